import { cp, mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Files to add, by their path inside the workspace. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new empty folder below the system's temporary folder, without links in its path. */
export async function makeTemporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(path.join(tmpdir(), 'iris-e2e-')));
}

/**
 * Copies a workspace, so that tests may change it.
 * @param options.from folder relative to the repository; left out for an empty workspace
 * @returns the copy, which has the name of the original
 */
export async function copyWorkspace(options: {
  readonly from: string | undefined;
  readonly files: Files;
  readonly into: string;
}): Promise<string> {
  const folder = path.join(options.into, path.basename(options.from ?? 'workspace'));
  if (options.from === undefined) await mkdir(folder);
  else await cp(path.resolve(options.from), folder, { recursive: true });
  for (const [name, content] of Object.entries(options.files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}
