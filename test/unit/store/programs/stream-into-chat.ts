import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openStores, openWritable, userMessage, model } from '../chat-files';

/**
 * Adds a question to a chat and streams an answer of counted words until it is killed.
 * Arguments: folder, chat or `new`, number of the turn. Prints the chat, then each word's number and time.
 */
async function main([directory = '', chat = 'new', turn = '']: readonly string[]): Promise<void> {
  const { store } = openStores(directory);
  const journal = chat === 'new' ? store.create() : (await openWritable(store, chat)).journal;
  const messageId = `a${turn}`;
  if (chat === 'new') {
    journal.append({ type: 'conversationCreated', id: journal.conversationId, title: 'Counting', createdAt: 1 });
  }
  journal.append({ type: 'userMessageAdded', message: userMessage(`q${turn}`, 'Count!') });
  journal.append({ type: 'answerStarted', messageId, model, createdAt: 2 });
  await journal.flush();
  print(journal.conversationId);
  for (let count = 0; ; count++) {
    journal.append({ type: 'textAppended', messageId, text: `${count} ` });
    print(`${count} ${Date.now()}`);
    await delay(1);
  }
}

function print(line: string): void {
  writeSync(1, `${line}\n`);
}

void main(process.argv.slice(2));
