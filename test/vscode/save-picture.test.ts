import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { savePicture } from '../../src/vscode/panel/save-picture';
import { answeredSaveDialog } from './support/save-dialog';

const png = Buffer.from('89504e470d0a1a0a', 'hex');

describe('saving a picture', () => {
  let directory: string;
  const dialog = answeredSaveDialog();

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-picture-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('writes its bytes where the person wants them', async () => {
    const target = vscode.Uri.file(path.join(directory, 'picture.png'));
    dialog.choose(target);
    await savePicture({ name: 'picture.png', bytes: png });
    assert.deepEqual(await readFile(target.fsPath), png);
  });

  it('suggests its name as far as file names can hold it, ending as what it is', async () => {
    dialog.choose(undefined);
    const cases: readonly (readonly [name: string, bytes: Buffer, expected: string])[] = [
      ['delivery-note.tiff', png, 'delivery-note.png'],
      ['Diagram.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Diagram.svg'],
      ['photo', Buffer.from('ffd8ffe0', 'hex'), 'photo.jpg'],
      ['../../.bashrc', png, 'bashrc.png'],
      ['a/b: "c"?.png', png, 'a b c.png'],
      ['version 1.2 of it.webp', Buffer.from('GIF89a'), 'version 1.2 of it.gif'],
      ['...', png, 'Picture.png'],
    ];
    for (const [name, bytes, expected] of cases) {
      await savePicture({ name, bytes });
      assert.equal(dialog.suggested, expected);
    }
  });

  it('refuses what is no picture that the page can have made', async () => {
    dialog.choose(vscode.Uri.file(path.join(directory, 'picture.png')));
    for (const bytes of [Buffer.from('#!/bin/sh\n'), Buffer.from('49492a00', 'hex'), Buffer.alloc(0)]) {
      await assert.rejects(savePicture({ name: 'picture.png', bytes }), /damaged and was not saved/);
    }
    assert.equal(dialog.suggested, undefined);
  });
});
