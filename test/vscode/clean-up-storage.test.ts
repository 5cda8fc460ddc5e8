import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MediaStorage, StorageUse } from '../../src/store/media-storage';
import { cleanUpStorage } from '../../src/vscode/commands/clean-up-storage';

const use: StorageUse = { chats: 2e6, drafts: 1e6, cache: 5e6, unused: 3e6, total: 11e6, removable: 8e6 };

describe('Iris: Clean Up Storage…', () => {
  const { showWarningMessage, showInformationMessage } = vscode.window;
  let shown: string[];
  let reducedTo: number[];
  let choice: string | undefined;

  beforeEach(() => {
    shown = [];
    reducedTo = [];
    const show = (message: string, options?: { readonly detail?: string }) => {
      shown.push(`${message} ${options?.detail ?? ''}`);
      return Promise.resolve(choice);
    };
    Object.assign(vscode.window, { showWarningMessage: show, showInformationMessage: show });
  });
  afterEach(() => {
    Object.assign(vscode.window, { showWarningMessage, showInformationMessage });
  });

  const run = async (told: StorageUse): Promise<void> => {
    const storage: Pick<MediaStorage, 'use' | 'reduceTo'> = {
      use: () => Promise.resolve(told),
      reduceTo: (bytes) => {
        reducedTo.push(bytes);
        return Promise.resolve({ bytes: told.removable, total: 0, isBusy: false });
      },
    };
    await cleanUpStorage({ mediaStorage: storage as MediaStorage }).run();
  };

  it('says what takes how much, and frees what is not needed once the person says so', async () => {
    choice = 'Free 8.0 MB';
    await run(use);
    assert.match(shown[0] ?? '', /Free 8\.0 MB of it\?.*Chats: 2\.0 MB.*Drafts: 1\.0 MB/s);
    assert.deepEqual(reducedTo, [0]);
    assert.match(shown[1] ?? '', /freed 8\.0 MB/);
  });

  it('frees nothing when the person does not want it, or when there is nothing', async () => {
    choice = undefined;
    await run(use);
    await run({ ...use, cache: 0, unused: 0, removable: 0 });
    assert.deepEqual(reducedTo, []);
    assert.match(shown[1] ?? '', /nothing to clean up/);
  });
});
