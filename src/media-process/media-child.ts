import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { HostToMedia, MediaToHost } from './protocol';

export interface MediaChildFiles {
  /** The bundle of main.ts. */
  readonly modulePath: string;
  /** Texts of the display language; they are English without. */
  readonly translations?: string | undefined;
}

export interface MediaChildEvents {
  message(message: MediaToHost): void;
  /** Called once, when the process has ended or could not be started. */
  ended(how: string): void;
}

/** One running media process. */
export class MediaChild {
  readonly #process: ChildProcess;

  constructor({ modulePath, translations }: MediaChildFiles, events: MediaChildEvents) {
    this.#process = fork(modulePath, translations === undefined ? [] : [translations], {
      serialization: 'advanced',
      // An inspector or preloaded module of the host must not reach the child: both would break or slow its start.
      execArgv: [],
      env: childEnvironment(process.env),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let ended = false;
    const end = (how: string): void => {
      if (!ended) {
        ended = true;
        events.ended(how);
      }
    };
    this.#process.on('message', (message) => {
      if (!ended) {
        // The bundle of this same version wrote it.
        events.message(message as MediaToHost);
      }
    });
    this.#process.on('error', (error) => end(error.message));
    this.#process.on('exit', (code, signal) => end(signal ?? `exit code ${code}`));
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  send(message: HostToMedia): void {
    // A process that ends meanwhile is reported by `ended`.
    this.#process.send(message, () => undefined);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Whether the process keeps the host's event loop alive. */
  keepHostAlive(alive: boolean): void {
    if (alive) {
      this.#process.ref();
      this.#process.channel?.ref();
    } else {
      this.#process.unref();
      this.#process.channel?.unref();
    }
  }
}

/** What the decoders and the screen library need. Keys and tokens of the person's environment stay out of the child. */
const passedOn = new Set([
  ...['PATH', 'HOME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TMPDIR', 'TEMP', 'TMP', 'LD_LIBRARY_PATH'],
  ...['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['XDG_RUNTIME_DIR', 'XDG_SESSION_TYPE', 'XDG_CURRENT_DESKTOP', 'XDG_CACHE_HOME', 'XDG_DATA_DIRS'],
  ...['FONTCONFIG_FILE', 'FONTCONFIG_PATH'],
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
]);

function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(environment).filter(([name]) => passedOn.has(name.toUpperCase()));
  return {
    ...Object.fromEntries(passed),
    ELECTRON_RUN_AS_NODE: '1',
    // Decoded pictures stay in memory: without this, libvips writes those above 100 MB to a temporary file.
    VIPS_DISC_THRESHOLD: '4g',
  };
}
