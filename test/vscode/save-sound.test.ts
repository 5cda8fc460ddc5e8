import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createBlobStore } from '../../src/store/file-blob-store';
import { saveSound } from '../../src/vscode/panel/save-sound';
import { answeredSaveDialog } from './support/save-dialog';

describe('saving a spoken answer', () => {
  let directory: string;
  const dialog = answeredSaveDialog();

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-sound-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  const save = async (title: string, mediaType = 'audio/wav'): Promise<void> => {
    const blobs = createBlobStore(path.join(directory, 'blobs'));
    await saveSound(await blobs.put(Uint8Array.of(1, 2, 3), mediaType), { title, blobs });
  };

  it('writes its bytes where the person wants them', async () => {
    const target = vscode.Uri.file(path.join(directory, 'answer.wav'));
    dialog.choose(target);
    await save('What is new?');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(target))], [1, 2, 3]);
  });

  it('suggests the title of the chat as far as file names can hold it', async () => {
    dialog.choose(undefined);
    const cases: readonly (readonly [string, string, string])[] = [
      ['What is a/b: "c"?', 'audio/wav', 'What is a b c.wav'],
      ['../../etc/passwd', 'audio/mpeg', 'etc passwd.mp3'],
      [' ', 'audio/ogg', 'Spoken answer.ogg'],
    ];
    for (const [title, mediaType, expected] of cases) {
      await save(title, mediaType);
      assert.equal(dialog.suggested, expected);
    }
  });
});
