import { type Dirent, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';

export interface FoundFiles {
  /** Paths from the folder on, with slashes, in order. */
  readonly files: readonly string[];
  /** Folders and links that can't be read, each in a sentence. */
  readonly unreadable: readonly string[];
}

export interface Listing extends FoundFiles {
  readonly folders: readonly string[];
}

/** What lies in a folder itself; links are what they lead to. What is neither file nor folder is left out. */
export function listFolder(root: string, folder: string): Listing {
  const folders: string[] = [];
  const files: string[] = [];
  const unreadable: string[] = [];
  for (const entry of entriesOf(root, folder, unreadable)) {
    const name = path.posix.join(folder, entry.name);
    const kind = followed(root, name, entry, unreadable);
    if (kind?.isDirectory()) {
      folders.push(name);
    } else if (kind?.isFile()) {
      files.push(name);
    }
  }
  return { folders: folders.sort(), files: files.sort(), unreadable };
}

/** The files in a folder and in all folders in it, each of which is read once, so that links may lead in circles. */
export function findFiles(root: string, folder: string): FoundFiles {
  const files: string[] = [];
  const unreadable: string[] = [];
  const seen = new Set([realpathSync(root)]);
  const left = [folder];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const real = realpathSync(path.join(root, next));
    if (seen.has(real)) {
      continue;
    }
    seen.add(real);
    const listing = listFolder(root, next);
    files.push(...listing.files);
    unreadable.push(...listing.unreadable);
    left.push(...listing.folders);
  }
  return { files: files.sort(), unreadable };
}

function entriesOf(root: string, folder: string, unreadable: string[]): readonly Dirent[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    unreadable.push(`${folder} can't be read (${codeOf(error)})`);
    return [];
  }
}

function followed(root: string, name: string, entry: Dirent, unreadable: string[]): Dirent | Stats | undefined {
  if (!entry.isSymbolicLink()) {
    return entry;
  }
  try {
    return statSync(path.join(root, name));
  } catch (error) {
    unreadable.push(`${name} leads nowhere (${codeOf(error)})`);
    return undefined;
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
