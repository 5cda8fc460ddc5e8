import * as vscode from 'vscode';
import { language } from '../shared/language';
import { pageHtml } from './page-html';

/** Where the webview's files are; nothing else can be loaded by a page. */
function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'media');
}

/** Options of every page: its own files, no links that run commands, no forms. */
function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    enableForms: false,
    enableCommandUris: false,
    localResourceRoots: [pageRoot(extensionUri)],
  };
}

/** Loads a page's bundle (`<bundle>.js` and `<bundle>.css`) into a webview. */
export function loadPage(
  webview: vscode.Webview,
  page: {
    readonly extensionUri: vscode.Uri;
    readonly bundle: string;
    readonly title: string;
    readonly panelId?: string;
  },
): void {
  const { extensionUri, bundle, title, panelId } = page;
  const uriOf = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), file)).toString();
  webview.options = pageOptions(extensionUri);
  webview.html = pageHtml({
    title,
    ...(panelId !== undefined && { panelId }),
    cspSource: webview.cspSource,
    scriptUri: uriOf(`${bundle}.js`),
    styleUri: uriOf(`${bundle}.css`),
    language: language(),
    ...(vscode.l10n.bundle && { translations: vscode.l10n.bundle }),
  });
}
