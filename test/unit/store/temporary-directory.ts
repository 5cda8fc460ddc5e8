import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const created: string[] = [];

/** A new empty folder, removed when the test run ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'iris-test-'));
  created.push(directory);
  return directory;
}

after(async () => {
  // What was thrown away may still be going from the disk.
  await Promise.all(
    created.splice(0).map((directory) => rm(directory, { recursive: true, force: true, maxRetries: 5 })),
  );
});
