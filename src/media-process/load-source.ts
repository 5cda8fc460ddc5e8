import { readFile } from 'node:fs/promises';
import type { MediaSource } from './media-source';
import type { LoadedCall, TaskCall } from './protocol';

/** Reads the sources where the extension host gave their paths: no task ever sees a path. */
export async function loadSource(call: TaskCall): Promise<LoadedCall> {
  const { input } = call;
  const loaded = {
    ...input,
    ...('source' in input && { source: await bytesOf(input.source) }),
    ...('other' in input && { other: await bytesOf(input.other) }),
  };
  // The input is that of the call, now with bytes.
  return { ...call, input: loaded } as LoadedCall;
}

async function bytesOf(source: MediaSource): Promise<Uint8Array> {
  return 'path' in source ? await readFile(source.path) : source;
}
