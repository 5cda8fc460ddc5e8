import { readFile } from 'node:fs/promises';
import type { LoadedCall, TaskCall } from './protocol';

/** Reads the source where the extension host gave its path: no task ever sees a path. */
export async function loadSource(call: TaskCall): Promise<LoadedCall> {
  const { input } = call;
  const loaded =
    'source' in input && 'path' in input.source ? { ...input, source: await readFile(input.source.path) } : input;
  // The input is that of the call, now with bytes.
  return { ...call, input: loaded } as LoadedCall;
}
