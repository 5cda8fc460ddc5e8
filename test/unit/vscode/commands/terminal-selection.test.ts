import assert from 'node:assert/strict';
import { terminalSelection } from '../../../../src/vscode/commands/terminal-selection';

describe('the selection in the terminal', () => {
  const select = async (before: string, selected: string | undefined) => {
    const written: string[] = [];
    let text = before;
    const clipboard = {
      readText: () => Promise.resolve(text),
      writeText: (next: string) => {
        written.push(next);
        text = next;
        return Promise.resolve();
      },
    };
    const found = await terminalSelection(clipboard, () => {
      text = selected ?? text;
      return Promise.resolve();
    });
    return { found, written, text };
  };

  it('is read through the clipboard, whose text is put back', async () => {
    assert.partialDeepStrictEqual(await select('mine', 'npm ERR!'), { found: 'npm ERR!', text: 'mine' });
    assert.partialDeepStrictEqual(await select('mine', undefined), { found: undefined, text: 'mine' });
    assert.partialDeepStrictEqual(await select('mine', 'mine'), { found: 'mine', text: 'mine' });
  });

  it('is read without writing to a clipboard that holds a picture or files', async () => {
    assert.deepEqual(await select('', undefined), { found: undefined, written: [], text: '' });
    assert.deepEqual(await select('', 'npm ERR!'), { found: 'npm ERR!', written: [], text: 'npm ERR!' });
  });
});
