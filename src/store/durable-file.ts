import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './error-code';

/** Ends the name of a file that is still being written; one that is left over belongs to a process that died. */
export const temporarySuffix = '.tmp';

/** Puts a whole file in place: after a crash at any moment there is the old file or the new one, never a part. */
export async function writeFileDurably(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID()}${temporarySuffix}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameWhenFree(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** Makes a folder, readable by this person only, that is still there after a power cut. */
export async function makeDirectory(directory: string): Promise<void> {
  const created = await mkdir(directory, { recursive: true, mode: 0o700 });
  if (created !== undefined) {
    await syncDirectory(dirname(created));
  }
}

/** Makes a new or renamed name in the directory survive a power cut, where the system allows it. */
export async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows opens no directories; there the file system's own journal does this.
  }
}

/** Virus scanners and sync tools hold files for moments on Windows; waits them out for about a second. */
async function renameWhenFree(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (wait > 640 || !['EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '')) {
        throw error;
      }
      await delay(wait);
    }
  }
}
