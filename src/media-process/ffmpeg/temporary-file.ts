import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const prefix = 'iris-media-';

/** Lets work use bytes as a file that only this user can read, in a folder of its own that is removed afterwards. */
export async function withTemporaryFile<T>(bytes: Uint8Array, work: (file: string) => Promise<T>): Promise<T> {
  await removeLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  try {
    const file = path.join(folder, 'source');
    await writeFile(file, bytes, { mode: 0o600 });
    return await work(file);
  } finally {
    // On Windows, a program that has just been killed may hold its file a moment longer.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A media process that was killed could not remove its folders: the next one does it. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  const left = names.filter((name) => {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
  // What belongs to another user stays.
  await Promise.allSettled(left.map((name) => rm(path.join(tmpdir(), name), { recursive: true, force: true })));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
