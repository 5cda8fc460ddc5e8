import * as vscode from 'vscode';
import { formatExchanges } from '../../features/last-request/format-exchanges';
import type { LastRequest } from '../../features/last-request/last-request';
import { ReadOnlyFiles } from '../read-only-files';

/** Also named by `onFileSystem` in package.json: a tab that was open at the last shutdown starts the extension. */
export const lastRequestScheme = 'iris-request';

export const lastRequestUri = vscode.Uri.from({ scheme: lastRequestScheme, path: '/Last Request.md' });

/** One file that nobody can write: the last request as text, which changes while the request goes on. */
export class LastRequestFiles extends ReadOnlyFiles implements vscode.Disposable {
  readonly #lastRequest: LastRequest;
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #subscription: vscode.Disposable;
  /** VS Code reads the file again only when this has grown. */
  #changedAt = Date.now();

  constructor(lastRequest: LastRequest) {
    super();
    this.#lastRequest = lastRequest;
    this.#subscription = vscode.Disposable.from(
      lastRequest.onDidChange(() => {
        this.#changedAt = Math.max(Date.now(), this.#changedAt + 1);
        this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri: lastRequestUri }]);
      }),
    );
  }

  get onDidChangeFile(): vscode.Event<vscode.FileChangeEvent[]> {
    return this.#changes.event;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { byteLength: size } = this.readFile(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#changedAt, size, permissions };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (uri.path !== lastRequestUri.path) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return new TextEncoder().encode(formatExchanges(this.#lastRequest.exchanges));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}
