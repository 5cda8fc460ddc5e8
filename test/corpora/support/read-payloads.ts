import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRecord } from '../../../src/store/guard';
import { findFiles, listFolder } from './find-files';

/** Text that tries to run a script or to load something where it is shown, of one folder of test data. */
export interface Payloads {
  readonly name: string;
  readonly payloads: readonly string[];
}

/**
 * The payloads of each folder that has any: `payload` of each object of a list in a JSON file, and the lines of a text file
 * that is named so.
 */
export function readPayloads(root: string): readonly Payloads[] {
  return listFolder(root, '.').folders.flatMap((name) => {
    const payloads = findFiles(root, name).files.flatMap((file) => payloadsOf(path.join(root, file)));
    return payloads.length > 0 ? [{ name, payloads }] : [];
  });
}

function payloadsOf(file: string): readonly string[] {
  if (/payload[^/\\]*\.txt$/i.test(file)) {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  }
  const list: unknown = /\.json$/i.test(file) ? parsed(readFileSync(file, 'utf8')) : undefined;
  return Array.isArray(list)
    ? list.flatMap((entry: unknown) =>
        isRecord(entry) && typeof entry['payload'] === 'string' ? [entry['payload']] : [],
      )
    : [];
}

/** Other test data may be damaged on purpose. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
