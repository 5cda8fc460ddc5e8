import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a built program and gives the JSON that it prints. */
export async function runProgram(file: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}
