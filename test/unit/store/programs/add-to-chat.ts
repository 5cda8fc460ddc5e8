import { setTimeout as delay } from 'node:timers/promises';
import { openStores, userMessage } from '../chat-files';

/**
 * Opens a chat again and again and, whenever it may write, adds a message. Arguments: folder, chat, a name for its
 * messages, how many. Ends when all are written.
 */
async function main([directory = '', chat = '', name = '', count = '']: readonly string[]): Promise<void> {
  const { store } = openStores(directory);
  for (let added = 0; added < Number(count);) {
    const opened = await store.open(chat);
    if (opened.status === 'opened') {
      opened.journal.append({ type: 'userMessageAdded', message: userMessage(`${name}${added}`, 'Hello') });
      await opened.journal.close();
      added++;
    }
    await delay(Math.random() * 3);
  }
}

void main(process.argv.slice(2));
