import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A screen of its own for tests: an X server without a monitor, with a window manager. */
export class VirtualScreen {
  readonly display: string;
  readonly #processes: ChildProcess[];

  private constructor(display: string, server: ChildProcess) {
    this.display = display;
    this.#processes = [server];
  }

  static isAvailable(...programs: readonly string[]): boolean {
    return ['Xvfb', ...programs].every((program) => spawnSync('which', [program]).status === 0);
  }

  static async start(): Promise<VirtualScreen> {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const channel = server.stdio[3];
    if (!channel) {
      throw new Error('Xvfb has no channel to tell its display on.');
    }
    const [number] = (await once(channel, 'data')) as [Buffer];
    return new VirtualScreen(`:${number.toString().trim()}`, server);
  }

  /** Runs a program on this screen until the screen is closed. */
  run(command: string, ...args: readonly string[]): ChildProcess {
    const program = spawn(command, args, { env: this.environment, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#processes.push(program);
    return program;
  }

  get environment(): NodeJS.ProcessEnv {
    const { WAYLAND_DISPLAY: _wayland, XDG_SESSION_TYPE: _session, ...rest } = process.env;
    return { ...rest, DISPLAY: this.display };
  }

  async close(): Promise<void> {
    for (const program of this.#processes.toReversed()) {
      if (program.exitCode === null && program.signalCode === null) {
        program.kill('SIGKILL');
        await once(program, 'exit');
      }
    }
  }
}
