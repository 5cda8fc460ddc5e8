import * as vscode from 'vscode';
import type { BlobStore } from '../../store/blob-store';
import { ReadOnlyFiles } from '../read-only-files';
import { sha256OfBlobUri } from './blob-uri';

/** Lets VS Code's own viewers open a stored blob. Nothing can be written, listed or guessed: the hash is the name. */
export class BlobFileSystem extends ReadOnlyFiles {
  readonly #blobs: BlobStore;
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => new vscode.Disposable(() => undefined);

  constructor(blobs: BlobStore) {
    super();
    this.#blobs = blobs;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const bytes = await this.readFile(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: bytes.byteLength,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const sha256 = sha256OfBlobUri(uri);
    if (sha256 === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    try {
      return await this.#blobs.get(sha256);
    } catch {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
  }
}
