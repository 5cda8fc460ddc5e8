import * as vscode from 'vscode';
import { MAX_FILE_BYTES } from '../../shared/limits';
import type { NewAttachment } from '../../attachments/new-attachment';

/** More at once is an accident rather than a question. */
const maxFiles = 100;

export interface ReadFiles {
  readonly files: readonly NewAttachment[];
  /** What was left out and why, as sentences. */
  readonly problems: readonly string[];
}

/** Reads files through VS Code, so that they may be local, remote or virtual. Never throws. */
export async function readUris(uris: readonly vscode.Uri[]): Promise<ReadFiles> {
  const unique = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  const results = await Promise.all(unique.slice(0, maxFiles).map(readUri));
  const problems = results.filter((result) => typeof result === 'string');
  return {
    files: results.filter((result) => typeof result !== 'string'),
    problems:
      unique.length > maxFiles
        ? [...problems, `Only the first ${maxFiles} of ${unique.length} files were attached.`]
        : problems,
  };
}

async function readUri(uri: vscode.Uri): Promise<NewAttachment | string> {
  const name = uri.path.split('/').at(-1) ?? uri.path;
  if (uri.scheme === 'http' || uri.scheme === 'https') {
    return `"${name}" is an address on the network. Save the file and attach it from there.`;
  }
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) {
      return `"${name}" is a folder. Attach the files in it.`;
    }
    // A pipe or a device has no end: only what says that it is a file is read.
    if (!(type & vscode.FileType.File)) {
      return `"${name}" is not a file.`;
    }
    if (size > MAX_FILE_BYTES) {
      return `"${name}" is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Attach a smaller version.`;
    }
    return { name, bytes: await vscode.workspace.fs.readFile(uri), origin: uri.toString(), isWholeFile: true };
  } catch {
    return `"${name}" can't be read. Check that it exists and that you may open it.`;
  }
}
