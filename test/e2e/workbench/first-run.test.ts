import { becomes } from '../support/becomes';
import { Chat } from '../support/chat';
import { useWorkbench } from '../support/use-workbench';

describe('The first minutes with Iris', function () {
  this.timeout(120_000);
  const workbench = useWorkbench();

  it('begin in a panel that offers three things to try', async () => {
    const panel = await workbench().openPanel();
    const buttons = panel.getByRole('list', { name: 'Things to try' }).getByRole('button');
    await becomes(
      async () => (await buttons.allInnerTexts()).map((name) => name.split('\n')[0]),
      ['Ask about a sample picture', 'Take a screenshot', 'Add an endpoint'],
    );
    await panel.getByText('Right now the built-in reader answers.').waitFor();
  });

  it('attach the sample picture with a question about it', async () => {
    const panel = workbench().panel();
    await panel.getByRole('button', { name: 'Ask about a sample picture' }).click();
    const chat = new Chat(panel);
    await chat.waitForAttachments(1);
    await becomes(() => chat.tray.innerText(), /error\.png/);
    await becomes(() => chat.composer.inputValue(), /\?$/);
  });

  it('answer the question about the sample picture with no key and no network', async () => {
    const chat = new Chat(workbench().panel());
    await chat.composer.press('Enter');
    await chat.waitForText(/Cannot read properties of undefined/);
    await chat.button('Send').waitFor();
  });

  it('open the dialogue for an endpoint', async () => {
    await workbench().runCommand('Iris: New Chat');
    await workbench().panel().getByRole('button', { name: 'Add an endpoint' }).click();
    await workbench().quickInput.waitUntilOpen('Iris: Add Endpoint');
    await workbench().quickInput.cancel();
  });

  it('are guided by a walkthrough whose steps lead to the same places', async () => {
    await workbench().runCommand('Welcome: Open Walkthrough...');
    await workbench().quickInput.type('Get Started with Iris');
    await workbench().quickInput.rows.filter({ hasText: 'Get Started with Iris' }).waitFor();
    await workbench().quickInput.accept();
    const page = workbench().page.locator('.gettingStartedContainer');
    const steps = page.locator('.step-title');
    await steps.first().waitFor();
    await becomes(
      () => steps.allInnerTexts(),
      ['Ask about a picture', 'Add a model that understands pictures', 'Ask about what is on your screen'],
    );
    await steps.filter({ hasText: 'Add a model that understands pictures' }).click();
    await page.getByRole('button', { name: 'Add Endpoint' }).click();
    await workbench().quickInput.waitUntilOpen('Iris: Add Endpoint');
    await workbench().quickInput.cancel();
    await workbench().screenshot('walkthrough');
  });
});
