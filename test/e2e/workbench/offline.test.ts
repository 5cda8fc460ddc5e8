import assert from 'node:assert/strict';
import { Chat } from '../support/chat';
import { useWorkbench } from '../support/use-workbench';

describe('Iris with no key and no network', function () {
  this.timeout(240_000);
  const workbench = useWorkbench({ workspace: 'demo' });

  it('reads a screenshot with the built-in reader and says what it is', async () => {
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.ask('What does the error say?');
    await chat.lastMessage.filter({ hasText: 'Cannot read properties of undefined' }).waitFor({ timeout: 180_000 });
    const answer = await chat.lastMessage.innerText();
    assert.match(answer, /built-in reader/i);
    assert.match(answer, /return sum \+ product\.price \* line\.quantity;/);
    assert.match(answer, /1440 × 900/);
  });
});
