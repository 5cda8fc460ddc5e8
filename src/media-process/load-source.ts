import { readFile } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { MediaError } from './media-service';
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
  if (!('path' in source)) {
    return source;
  }
  try {
    return await readFile(source.path);
  } catch {
    // The system's own words name the path, which no page may see.
    throw new MediaError('corrupt', t("It can't be read from where Iris keeps it. Attach it again."));
  }
}
