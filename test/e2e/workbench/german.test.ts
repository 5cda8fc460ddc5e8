import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { becomes } from '../support/becomes';
import { useWorkbench } from '../support/use-workbench';

/** The translation of a text, as the files beside the extension have it. */
function german(file: string, key: string): string {
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const text = texts[key];
  assert(text !== undefined, `${file} has no text for ${key}`);
  return text;
}

const inManifest = (key: string): string => german('package.nls.de.json', key);
const inCode = (key: string): string => german('l10n/bundle.l10n.de.json', key);

describe('VS Code in German', function () {
  this.timeout(120_000);
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const workbench = useWorkbench({
    language: 'de',
    files: { 'broken.png': Buffer.concat([png, Buffer.alloc(64, 7)]) },
  });

  it('has German commands of Iris', async () => {
    await workbench().runCommand(`Iris: ${inManifest('command.newChat.title')}`);
    await workbench()
      .panel()
      .getByRole('textbox', { name: inCode('Ask Iris') })
      .waitFor();
  });

  it('shows the panel in German', async () => {
    const panel = workbench().panel();
    await becomes(() => panel.locator('html').getAttribute('lang'), 'de');
    await panel.getByRole('button', { name: inCode('New chat'), exact: true }).waitFor();
    await workbench().screenshot('german');
  });

  it('is told in German what the extension and the process that opens files have to say', async () => {
    const panel = workbench().panel();
    await workbench().runCommand(`Iris: ${inManifest('command.copyChat.title')}`);
    await panel.getByText(inCode('Ask something first: this chat is still empty.')).waitFor();
    await workbench().explorer.choose(['broken.png'], inManifest('command.askAboutImage.title'));
    const [damaged = ''] = inCode(
      "It is damaged and can't be read ({0}). Save or download it again and attach that.",
    ).split('(');
    await panel.getByText(damaged).first().waitFor();
  });

  it('has German pages in the walkthrough', async () => {
    const title = inManifest('walkthrough.title');
    await workbench().runCommand('Welcome: Open Walkthrough...');
    await workbench().quickInput.type(title);
    await workbench().quickInput.rows.filter({ hasText: title }).waitFor();
    await workbench().quickInput.accept();
    // The page stands beside the steps where there is room for it.
    await workbench().page.keyboard.press('ControlOrMeta+B');
    const page = workbench().page.locator('.gettingStartedContainer');
    await page
      .locator('.step-title')
      .filter({ hasText: inManifest('walkthrough.addEndpoint.title') })
      .click();
    const text = page.locator('iframe').contentFrame().locator('iframe#active-frame').contentFrame();
    await becomes(() => text.getByRole('heading').allInnerTexts(), ['Wählen Sie, was passt', 'Was geschieht']);
    await workbench().screenshot('german-walkthrough');
  });
});
