import * as vscode from 'vscode';
import { formatExchanges } from '../../features/last-request/format-exchanges';
import type { LastRequest } from '../../features/last-request/last-request';

/** Also named by `onFileSystem` in package.json: a tab that was open at the last shutdown starts the extension. */
export const lastRequestScheme = 'iris-request';

export const lastRequestUri = vscode.Uri.from({ scheme: lastRequestScheme, path: '/Last Request.md' });

/** One file that nobody can write: the last request as text, which changes while the request goes on. */
export class LastRequestFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #lastRequest: LastRequest;
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #subscription: vscode.Disposable;
  /** VS Code reads the file again only when this has grown. */
  #changedAt = Date.now();

  constructor(lastRequest: LastRequest) {
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

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
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

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}
