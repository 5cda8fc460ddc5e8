import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { installPeers, peerConfiguration, peerScript, preload } from './install-peers.mjs';

const peers = {
  /** https://github.com/CopilotKit/aimock, answering as aimock.json says. */
  aimock: ['@copilotkit/aimock/dist/cli.js', '--fixtures', peerConfiguration('aimock.json')],
  /** https://github.com/dwmkerr/mock-llm, answering as mock-llm.yaml says. */
  mockLlm: ['@dwmkerr/mock-llm/dist/main.js', '--config', peerConfiguration('mock-llm.yaml')],
  /** https://github.com/Portkey-AI/gateway, which passes requests on. */
  gateway: ['@portkey-ai/gateway/build/start-server.js', '--headless'],
} as const;

/** A server or gateway that others wrote, in a process of its own on a loopback port. */
export class Peer implements AsyncDisposable {
  readonly origin: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** Installs the servers where they are not there yet, which takes a while. */
  static async start(name: keyof typeof peers, environment: Readonly<Record<string, string>> = {}): Promise<Peer> {
    await installPeers();
    const [script, ...values] = peers[name];
    const child = fork(peerScript(script), values, {
      execArgv: ['--import', preload],
      env: { ...process.env, ...environment },
      silent: true,
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => (log += data.toString()));
    }
    return new Promise((resolve, reject) => {
      child.once('message', (address: { readonly port: number }) => resolve(new Peer(child, address.port)));
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`${script} ended before it listened:\n${log}`)));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const exited = once(this.#child, 'exit');
    if (this.#child.exitCode === null && this.#child.kill('SIGKILL')) {
      await exited;
    }
  }
}
