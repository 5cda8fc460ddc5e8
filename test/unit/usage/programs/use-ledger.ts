import { UsageLedger } from '../../../../src/usage/usage-ledger';
import { localDay } from '../../../../src/usage/local-day';
import { entry } from '../entries';

/**
 * Writes into a usage ledger as a window of VS Code does. Arguments: folder; a name for its chats and how many requests, or
 * `clear`. Ends with 1 when something could not be written.
 */
async function main([directory = '', name = '', count = '']: readonly string[]): Promise<void> {
  const ledger = new UsageLedger({ directory, onError: () => (process.exitCode = 1) });
  if (name === 'clear') {
    await ledger.clear();
    return;
  }
  const today = localDay(Date.now());
  for (let index = 0; index < Number(count); index++) {
    ledger.record(entry(today, { conversationId: `${name}${index}` }));
    if (index % 10 === 0) {
      await ledger.entries();
    }
  }
  await ledger.flush();
}

void main(process.argv.slice(2));
