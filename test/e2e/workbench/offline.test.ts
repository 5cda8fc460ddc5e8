import { readFileSync } from 'node:fs';
import { becomes } from '../support/becomes';
import { Chat, startNewChat } from '../support/chat';
import { useWorkbench } from '../support/use-workbench';

describe('Iris with no key and no network', function () {
  this.timeout(240_000);
  const workbench = useWorkbench({
    workspace: 'demo',
    files: { 'tones.flac': readFileSync('test/fixtures/sounds/tones.flac') },
  });

  it('reads a screenshot with the built-in reader and says what it is', async () => {
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.ask('What does the error say?');
    await chat.lastMessage.filter({ hasText: 'Cannot read properties of undefined' }).waitFor({ timeout: 180_000 });
    await chat.waitForText(/built-in reader/i);
    await chat.waitForText('return sum + product.price * line.quantity;');
    await chat.waitForText('1440 × 900');
    await chat.button('Add an endpoint for answers from a model that understands pictures and text').waitFor();
    await chat.lastMessage.getByText('Built-in reader', { exact: true }).waitFor();
  });

  it('asks for an endpoint where a recording is to be sent as its transcript, and waits for nothing', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['tones.flac'], 'Iris: Ask About This File');
    await chat.button('Send its transcript').click();
    await chat.tray.getByText('A transcript is made by a server, and there is none in your settings yet.').waitFor();
    await becomes(() => chat.button('Try again').isVisible(), true);
    await chat.button('Add Endpoint').click();
    await workbench().quickInput.waitUntilOpen('Iris: Add Endpoint');
  });
});
