import type { UsageLedger } from '../../usage/usage-ledger';
import { askAndClearUsage } from '../usage/clear-usage';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Forgets what all requests have used, after asking. */
export function clearUsage({ ledger }: { readonly ledger: UsageLedger }): Command {
  return { id: commandIds.clearUsage, run: async () => void (await askAndClearUsage(ledger)) };
}
