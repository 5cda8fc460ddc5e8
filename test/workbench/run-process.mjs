import { spawn } from 'node:child_process';
import { childEnvironment, nodeBinary, root } from './project.mjs';

/**
 * Runs a program to its end with its output on this terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<number>} the exit code; 1 where a signal ended it
 */
export function runProcess(program, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && !program.endsWith('.exe');
    const child = spawn(program, args, {
      cwd,
      env: childEnvironment(env),
      shell,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script with the project's own Node.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
export function runNode(args, options) {
  return runProcess(nodeBinary(), args, options);
}
