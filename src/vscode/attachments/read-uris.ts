import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { language } from '../../shared/language';
import { MAX_ATTACHMENTS, MAX_FILE_BYTES } from '../../shared/limits';
import { mapBounded } from '../../util/map-bounded';
import { messageOf } from '../../util/message-of';
import type { NewAttachment } from '../../attachments/new-attachment';
import { chooseFromFolder, type ChosenFile } from './folder/choose-from-folder';
import { languageOfName } from './language-of-name';
import { realPlaceOutside } from './real-place';

/** Files that are read at a time: a remote file system gets no more requests at once than that. */
const mostReads = 6;

export interface ReadFiles {
  readonly files: readonly NewAttachment[];
  /** What was left out and why, and what is not as it seems, as sentences. */
  readonly problems: readonly string[];
}

/**
 * Reads files through VS Code, so that they may be local, remote or virtual; of folders, what the person chooses from a list.
 * Never throws.
 */
export async function readUris(uris: readonly vscode.Uri[]): Promise<ReadFiles> {
  const unique = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  const found: ChosenFile[] = [];
  const problems: string[] = [];
  for (const uri of unique) {
    if (await isFolder(uri)) {
      const chosen = await chooseFromFolder(uri).catch((error: unknown) => ({
        files: [],
        problems: [messageOf(error)],
      }));
      found.push(...chosen.files);
      problems.push(...chosen.problems);
    } else {
      found.push({ uri, name: uri.path.split('/').at(-1) ?? uri.path });
    }
  }
  const results = await mapBounded(found.slice(0, MAX_ATTACHMENTS), mostReads, readFile);
  return {
    files: results.flatMap(({ file }) => file ?? []),
    problems: [
      ...problems,
      ...results.flatMap(({ problem }) => problem ?? []),
      ...(found.length > MAX_ATTACHMENTS
        ? [
            t(
              'Only the first {0} of {1} files were attached. Attach the others with another question.',
              MAX_ATTACHMENTS,
              found.length,
            ),
          ]
        : []),
    ],
  };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  if (isOnNetwork(uri)) {
    return false;
  }
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function readFile({
  uri,
  name,
}: ChosenFile): Promise<{ readonly file?: NewAttachment; readonly problem?: string }> {
  if (isOnNetwork(uri)) {
    return { problem: t('"{0}" is an address on the network. Save the file and attach it from there.', name) };
  }
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // A pipe or a device has no end: only what says that it is a file is read.
    if (!(type & vscode.FileType.File)) {
      return { problem: notAFile(name, type) };
    }
    if (size > MAX_FILE_BYTES) {
      const limit = MAX_FILE_BYTES / 1024 / 1024;
      return {
        problem: t('"{0}" has {1} MB and at most {2} MB are read. Attach a part of it.', name, megabytes(size), limit),
      };
    }
    const outside = type & vscode.FileType.SymbolicLink ? await realPlaceOutside(uri) : undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    const languageOf = languageOfName(uri.path.split('/').at(-1) ?? '');
    return {
      file: {
        name,
        bytes,
        origin: uri.toString(),
        isWholeFile: true,
        ...(languageOf !== undefined && { languageOfName: languageOf }),
      },
      ...(outside !== undefined && {
        problem: t('"{0}" is a link out of the workspace; what is attached is {1}.', name, outside),
      }),
    };
  } catch (error) {
    return { problem: cantRead(name, error) };
  }
}

function isOnNetwork({ scheme }: vscode.Uri): boolean {
  return scheme === 'http' || scheme === 'https';
}

function notAFile(name: string, type: vscode.FileType): string {
  return type & vscode.FileType.SymbolicLink
    ? t('"{0}" is a link that leads to no file. Attach the file itself.', name)
    : t('"{0}" is a pipe, a socket or a device, not a file. Save what comes out of it and attach that.', name);
}

function cantRead(name: string, error: unknown): string {
  switch (error instanceof vscode.FileSystemError ? error.code : '') {
    case 'FileNotFound':
      return t('"{0}" is not there any more. Look where it was moved and attach it from there.', name);
    case 'NoPermissions':
      return t('"{0}" may not be read. Change its permissions, or attach a copy of your own.', name);
    default:
      return t('"{0}" can\'t be read. Check that it exists and that you may open it.', name);
  }
}

function megabytes(bytes: number): string {
  return Math.ceil(bytes / 1024 / 1024).toLocaleString(language());
}
