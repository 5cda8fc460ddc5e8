import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errorCode } from './error-code';
import { isNumber, isRecord, isString } from './guard';

const heartbeatMilliseconds = 5_000;
/** Longer than any pause of a healthy extension host, short enough to wait for. */
const staleMilliseconds = 30_000;
/** The guard of a takeover is held for a few file operations only. */
const staleTakeoverMilliseconds = 5_000;

/** Tokens of the locks that this process holds: a process that got a dead one's number must not honour its locks. */
const ownTokens = new Set<string>();

/**
 * A file that says which process may write. It names the process and its time is kept fresh, so that a lock outlives
 * neither a crash nor a reused process number.
 */
export interface Lock {
  /** False once another process has taken over, because this one was suspended for long. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Takes the lock, or resolves to undefined while a living process holds it. Throws when the file can't be written. */
export async function acquireLock(path: string): Promise<Lock | undefined> {
  const lock = await create(path);
  if (lock || (await inspect(path)) === 'held') {
    return lock;
  }
  // Two processes may see the same stale lock: only one at a time may replace it, or the second would remove the
  // fresh lock of the first.
  const takeover = `${path}.takeover`;
  if (!(await createTakeover(takeover))) {
    return undefined;
  }
  try {
    if ((await inspect(path)) === 'stale') {
      await rm(path, { force: true });
    }
    return await create(path);
  } finally {
    await rm(takeover, { force: true });
  }
}

class HeldLock implements Lock {
  readonly #path: string;
  readonly #token: string;
  readonly #heartbeat: NodeJS.Timeout;
  #confirmedAt = Date.now();
  #held = true;

  constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
    this.#heartbeat = setInterval(() => void this.#beat(), heartbeatMilliseconds).unref();
  }

  async isHeld(): Promise<boolean> {
    if (this.#held && Math.abs(Date.now() - this.#confirmedAt) > 2 * heartbeatMilliseconds) {
      await this.#beat();
    }
    return this.#held;
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    if (this.#held && (await readToken(this.#path)) === this.#token) {
      await rm(this.#path, { force: true });
    }
    this.#held = false;
    ownTokens.delete(this.#token);
  }

  async #beat(): Promise<void> {
    const now = new Date();
    this.#held &&= (await readToken(this.#path)) === this.#token;
    if (this.#held) {
      this.#confirmedAt = now.getTime();
      await utimes(this.#path, now, now).catch(() => undefined);
    } else {
      clearInterval(this.#heartbeat);
    }
  }
}

async function create(path: string): Promise<Lock | undefined> {
  const token = randomUUID();
  // Known before the file exists, so that no one in this process takes the new lock for a dead one's.
  ownTokens.add(token);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify({ pid: process.pid, hostname: hostname(), token }));
    } finally {
      await file.close();
    }
    return new HeldLock(path, token);
  } catch (error) {
    ownTokens.delete(token);
    if (errorCode(error) === 'EEXIST') {
      return undefined;
    }
    throw error;
  }
}

async function createTakeover(path: string): Promise<boolean> {
  const age = await ageOf(path);
  if (age !== undefined && age > staleTakeoverMilliseconds) {
    await rm(path, { force: true });
  }
  try {
    await (await open(path, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function inspect(path: string): Promise<'free' | 'stale' | 'held'> {
  const age = await ageOf(path);
  if (age === undefined) {
    return 'free';
  }
  const owner = await readOwner(path);
  // A lock without an owner is being written just now; of another machine's processes only the time tells.
  const isDead =
    owner?.hostname === hostname() && (owner.pid === process.pid ? !ownTokens.has(owner.token) : !isAlive(owner.pid));
  return isDead || age > staleMilliseconds ? 'stale' : 'held';
}

async function ageOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && Date.now() - found.mtimeMs;
}

async function readOwner(path: string): Promise<{ pid: number; hostname: string; token: string } | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isRecord(value) && isNumber(value['pid']) && isString(value['hostname']) && isString(value['token'])) {
      return { pid: value['pid'], hostname: value['hostname'], token: value['token'] };
    }
  } catch {
    // Gone, or half written: no owner to be asked.
  }
  return undefined;
}

async function readToken(path: string): Promise<string | undefined> {
  return (await readOwner(path))?.token;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return errorCode(error) === 'EPERM';
  }
}
