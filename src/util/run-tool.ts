import { spawn } from 'node:child_process';

export interface ToolCall {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Bytes of output at which the tool is stopped. */
  readonly maxBytes: number;
  readonly timeoutMilliseconds: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

export type ToolOutcome =
  | { readonly status: 'exited'; readonly code: number | undefined; readonly output: Buffer; readonly errors: string }
  /** There is no such program. */
  | { readonly status: 'missing' }
  | { readonly status: 'timedOut' }
  | { readonly status: 'tooLarge' };

/** Characters of the error output that are kept. */
const MAX_ERROR_TEXT = 4000;

/**
 * Runs a program of the operating system, without a shell and within limits. Throws the signal's reason; a program that
 * fails is an outcome.
 */
export function runTool(call: ToolCall): Promise<ToolOutcome> {
  const { maxBytes, signal } = call;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(call.command, call.arguments, {
      env: call.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let byteLength = 0;
    let errors = '';
    const stop = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      child.kill('SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
      settle();
    };
    // An aborted signal's reason is thrown as it is, whatever the caller made it.
    const onAbort = (): void => stop(() => reject(signal?.reason as Error));
    const timer = setTimeout(() => stop(() => resolve({ status: 'timedOut' })), call.timeoutMilliseconds);
    signal?.addEventListener('abort', onAbort);
    child.stdout.on('data', (chunk: Buffer) => {
      byteLength += chunk.byteLength;
      chunks.push(chunk);
      if (byteLength > maxBytes) {
        stop(() => resolve({ status: 'tooLarge' }));
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(0, MAX_ERROR_TEXT);
    });
    child.on('error', () => stop(() => resolve({ status: 'missing' })));
    child.on('close', (code) =>
      stop(() => resolve({ status: 'exited', code: code ?? undefined, output: Buffer.concat(chunks), errors })),
    );
  });
}
