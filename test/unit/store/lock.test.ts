import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from '../../../src/store/lock';
import { temporaryDirectory } from './temporary-directory';

describe('the lock', () => {
  it('is held by one at a time and free again after its release', async () => {
    const path = await newPath();
    const first = await acquireLock(path);
    assert(first);
    assert.equal(await acquireLock(path), undefined);
    await first.release();
    const second = await acquireLock(path);
    assert(second);
    await second.release();
  });

  it('goes to exactly one of many who ask at once for one that a dead process left', async () => {
    for (let round = 0; round < 50; round++) {
      const path = await newPath();
      await writeLock(path, { pid: deadPid(), hostname: hostname(), token: 'gone' });
      const locks = await Promise.all(Array.from({ length: 10 }, () => acquireLock(path)));
      const held = locks.filter((lock) => lock !== undefined);
      assert.equal(held.length, 1);
      assert.equal(await held[0]?.isHeld(), true);
      await held[0]?.release();
      assert.deepEqual(await readdir(join(path, '..')), []);
    }
  });

  it('of a living process is honoured', async () => {
    const path = await newPath();
    await writeLock(path, { pid: process.ppid, hostname: hostname(), token: 'parent' });
    assert.equal(await acquireLock(path), undefined);
  });

  it('is taken over when its time has not been refreshed for long, whoever has its process number now', async () => {
    const path = await newPath();
    await writeLock(path, { pid: process.ppid, hostname: hostname(), token: 'parent' });
    await age(path);
    await (await held(path)).release();
  });

  it('that bears our own process number but is not ours is taken over', async () => {
    const path = await newPath();
    await writeLock(path, { pid: process.pid, hostname: hostname(), token: 'before the restart' });
    await (await held(path)).release();
  });

  it('of another machine is taken over only when it is stale', async () => {
    const path = await newPath();
    await writeLock(path, { pid: deadPid(), hostname: 'elsewhere', token: 'other' });
    assert.equal(await acquireLock(path), undefined);
    await age(path);
    await (await held(path)).release();
  });

  it('that is half written counts until it is stale', async () => {
    const path = await newPath();
    await writeFile(path, '{"pid":');
    assert.equal(await acquireLock(path), undefined);
    await age(path);
    await (await held(path)).release();
  });

  it('leaves the lock alone that somebody else has taken over', async () => {
    const path = await newPath();
    const lock = await held(path);
    await writeLock(path, { pid: process.ppid, hostname: hostname(), token: 'parent' });
    await lock.release();
    assert.match(await readFile(path, 'utf8'), /parent/);
  });
});

async function newPath(): Promise<string> {
  return join(await temporaryDirectory(), 'chat.lock');
}

async function held(path: string) {
  const lock = await acquireLock(path);
  assert(lock);
  return lock;
}

async function writeLock(path: string, owner: { pid: number; hostname: string; token: string }): Promise<void> {
  await writeFile(path, JSON.stringify(owner));
}

async function age(path: string): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(path, longAgo, longAgo);
}

let dead: number | undefined;

/** The number of a process that has ended. */
function deadPid(): number {
  dead ??= spawnSync(process.execPath, ['--version']).pid;
  return dead;
}
