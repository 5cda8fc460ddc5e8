import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeStorage, megabytes } from '../../features/storage/describe-storage';
import type { MediaStorage } from '../../store/media-storage';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Says what media takes on disk, and frees what is not needed after asking. */
export function cleanUpStorage({ mediaStorage }: { readonly mediaStorage: MediaStorage }): Command {
  return {
    id: commandIds.cleanUpStorage,
    run: async () => {
      const use = await withProgress({ title: t('Looking at what Iris keeps…') }, () => mediaStorage.use());
      const detail = describeStorage(use);
      if (use.removable <= 0) {
        await vscode.window.showInformationMessage(t('There is nothing to clean up.'), { modal: true, detail });
        return;
      }
      const size = megabytes(use.removable);
      const choice = await vscode.window.showWarningMessage(
        t('Iris keeps {0} of media. Free {1} of it?', megabytes(use.total), size),
        { modal: true, detail },
        t('Free {0}', size),
      );
      if (choice) {
        await free(mediaStorage);
      }
    },
  };
}

async function free(storage: MediaStorage): Promise<void> {
  const stopped = new AbortController();
  try {
    const { bytes, isBusy } = await withProgress({ title: t('Freeing storage…'), cancellable: true }, async (token) => {
      token.onCancellationRequested(() => stopped.abort());
      return await storage.reduceTo(0, stopped.signal);
    });
    void vscode.window.showInformationMessage(
      isBusy
        ? t('Another window is cleaning up just now, so nothing was removed here. Try again in a moment.')
        : t('Iris freed {0}. Chats and drafts have all that they need.', megabytes(bytes)),
    );
  } catch (error) {
    if (!stopped.signal.aborted) {
      throw error;
    }
    void vscode.window.showInformationMessage(
      t('Cleaning up was stopped. What was removed until then was not needed.'),
    );
  }
}

async function withProgress<T>(
  shown: Omit<vscode.ProgressOptions, 'location'>,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return await vscode.window.withProgress({ ...shown, location }, (_, token) => work(token));
}
