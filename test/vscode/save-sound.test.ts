import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createBlobStore } from '../../src/store/file-blob-store';
import { saveSound } from '../../src/vscode/panel/save-sound';

describe('saving a spoken answer', () => {
  let directory: string;
  let suggested: string | undefined;
  const { showSaveDialog } = vscode.window;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-sound-'));
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showSaveDialog });
    await rm(directory, { recursive: true });
  });

  /** The person chooses this place, or none. */
  const choose = (target: vscode.Uri | undefined): void => {
    const show = (options: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined> => {
      suggested = options.defaultUri?.path.split('/').at(-1);
      return Promise.resolve(target);
    };
    Object.assign(vscode.window, { showSaveDialog: show });
  };

  const save = async (title: string, mediaType = 'audio/wav'): Promise<void> => {
    const blobs = createBlobStore(path.join(directory, 'blobs'));
    await saveSound(await blobs.put(Uint8Array.of(1, 2, 3), mediaType), { title, blobs });
  };

  it('writes its bytes where the person wants them', async () => {
    const target = vscode.Uri.file(path.join(directory, 'answer.wav'));
    choose(target);
    await save('What is new?');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(target))], [1, 2, 3]);
  });

  it('suggests the title of the chat as far as file names can hold it', async () => {
    choose(undefined);
    const cases: readonly (readonly [string, string, string])[] = [
      ['What is a/b: "c"?', 'audio/wav', 'What is a b c.wav'],
      ['../../etc/passwd', 'audio/mpeg', 'etc passwd.mp3'],
      [' ', 'audio/ogg', 'Spoken answer.ogg'],
    ];
    for (const [title, mediaType, expected] of cases) {
      await save(title, mediaType);
      assert.equal(suggested, expected);
    }
  });
});
