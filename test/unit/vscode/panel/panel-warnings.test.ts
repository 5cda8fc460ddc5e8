import assert from 'node:assert/strict';
import { PanelWarnings } from '../../../../src/vscode/panel/panel-warnings';
import { seeing } from '../../attachments/services';
import { textAttachment } from '../../conversation/chat-fixture';
import { panelParts } from './panel-fixture';

describe('PanelWarnings', () => {
  it('tells once that the budget could not be read, not with each key that is typed', async () => {
    const parts = await panelParts();
    const failures: unknown[] = [];
    const tasks: Promise<void>[] = [];
    const warnings = new PanelWarnings({
      ...parts,
      models: { target: seeing, onDidChange: () => ({ dispose: () => undefined }) },
      services: {
        dollarsLeft: () => Promise.reject(new Error('The ledger is damaged.')),
        runAction: () => Promise.reject(new Error('Nobody chose anything.')),
      },
      post: () => undefined,
      run: (task) => void tasks.push(task().catch((error: unknown) => void failures.push(error))),
    });
    parts.tray.restore([await textAttachment(parts.blobs, { name: 'cart.js', content: 'let cart;' })]);
    for (const text of ['W', 'Wh', 'Why']) {
      parts.memory.change({ text });
      warnings.update();
      await settled(tasks);
    }
    assert.deepEqual(failures.map(String), ['Error: The ledger is damaged.']);
    warnings.dispose();
  });
});

/** Tasks may begin others. */
async function settled(tasks: Promise<void>[]): Promise<void> {
  while (tasks.length > 0) {
    await tasks.pop();
  }
}
