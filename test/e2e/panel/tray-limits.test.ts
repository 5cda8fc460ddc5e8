import assert from 'node:assert/strict';
import { largeTray, sampleWarnings } from './composer-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { panelState } from './sample-state';
import { becomes } from '../support/becomes';

describe('limits in the tray', () => {
  let panel: PanelPage;
  beforeEach(async () => {
    panel = await openPanel({ state: panelState({ draft: { text: '', tray: largeTray } }) });
  });
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('are told when they are crossed, and gone when they are not', async () => {
    const limits = panel.page.getByRole('list', { name: 'Limits of the model' });
    await becomes(() => limits.count(), 0);
    await panel.send({ type: 'trayWarningsChanged', warnings: sampleWarnings });
    await becomes(() => limits.getByRole('listitem').count(), 2);
    await panel.announced('The question has about 9,130 tokens');
    await panel.send({ type: 'trayWarningsChanged', warnings: [] });
    await becomes(() => limits.count(), 0);
  });

  it('come with remedies that are asked for by a click, whose sum is told when it is there', async () => {
    await panel.send({ type: 'trayWarningsChanged', warnings: sampleWarnings });
    await panel.button('Make 2 pictures smaller').click();
    assert.deepEqual(await panel.posted('remedyTaken'), [{ type: 'remedyTaken', limit: 'context', remedy: 'smaller' }]);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    const preparing = largeTray.map(({ id, name }) => ({ status: 'preparing', id, name }) as const);
    await panel.send({ type: 'trayChanged', tray: preparing }, { type: 'trayWarningsChanged', warnings: [] });
    const smaller = largeTray.flatMap((item) =>
      item.status === 'ready' ? [{ ...item, estimate: { ...item.estimate, tokens: 255, dollars: 0.0006 } }] : [],
    );
    await panel.send({ type: 'trayChanged', tray: smaller });
    await panel.page.getByText('≈ 510 tokens · $0.0012', { exact: true }).waitFor();
    await panel.announced('Now ≈ 510 tokens · $0.0012.');
  });

  it('are counted by a rule whose page opens', async () => {
    await panel.button('Counted as OpenAI tiles').click();
    const [opened] = await panel.posted('linkOpened');
    assert.match(opened?.url ?? '', /^https:\/\/platform\.openai\.com\//);
  });
});
