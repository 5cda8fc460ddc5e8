import type { UsagePage } from '../usage/usage-page';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Opens the page with tokens and money by day, model and chat. */
export function showUsage({ usagePage }: { readonly usagePage: UsagePage }): Command {
  return {
    id: commandIds.showUsage,
    run: () => {
      usagePage.show();
      return Promise.resolve();
    },
  };
}
