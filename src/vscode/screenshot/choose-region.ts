import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Region, RegionHostMessage } from '../../shared/region';
import { loadPage } from '../webview-page';
import { isRegionPageMessage } from './is-region-page-message';

/** What the person marked in a picture; undefined when they gave up or closed the tab. */
export type RegionChoice = { readonly type: 'region'; readonly region: Region } | { readonly type: 'wholePicture' };

/** Shows a PNG in an editor tab and lets the person mark a part of it. */
export async function chooseRegion(bytes: Uint8Array, extensionUri: vscode.Uri): Promise<RegionChoice | undefined> {
  const tab = vscode.window.createWebviewPanel('iris.region', t('Choose a Region'), vscode.ViewColumn.Active);
  try {
    return await new Promise<RegionChoice | undefined>((resolve) => {
      tab.onDidDispose(() => resolve(undefined));
      tab.webview.onDidReceiveMessage((message: unknown) => {
        if (!isRegionPageMessage(message)) {
          return;
        }
        switch (message.type) {
          case 'ready':
            void tab.webview.postMessage(pictureShown(bytes));
            break;
          case 'regionChosen':
            resolve({ type: 'region', region: message.region });
            break;
          case 'wholePictureChosen':
            resolve({ type: 'wholePicture' });
            break;
          case 'choiceCancelled':
            resolve(undefined);
            break;
        }
      });
      loadPage(tab.webview, { extensionUri, bundle: 'region', title: t('Choose a Region') });
    });
  } finally {
    tab.dispose();
  }
}

/** VS Code passes on bytes as they are only where they are a `Uint8Array` and not a subclass of it, as `Buffer` is. */
function pictureShown(bytes: Uint8Array): RegionHostMessage {
  return { type: 'pictureShown', bytes: new Uint8Array(bytes), mediaType: 'image/png' };
}
