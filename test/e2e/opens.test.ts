import { becomes } from './support/becomes';
import { useWorkbench } from './support/use-workbench';

describe('Iris in the workbench', () => {
  const workbench = useWorkbench({ workspace: 'demo' });

  it('opens its panel from the command palette', async () => {
    await workbench().runCommand('Iris: Focus Chat');
    await workbench().panel().getByRole('textbox', { name: 'Ask Iris' }).waitFor();
  });

  it('comes back with its panel when the window is reloaded', async () => {
    await workbench().reload();
    await workbench().panel().getByRole('textbox', { name: 'Ask Iris' }).waitFor();
  });

  it('follows the theme of the editor', async () => {
    const background = () =>
      workbench()
        .panel()
        .locator('body')
        .evaluate((body) => getComputedStyle(body).getPropertyValue('--vscode-sideBar-background'));
    const dark = await background();
    await workbench().setTheme('light');
    await becomes(async () => (await background()) !== dark, true);
  });
});
