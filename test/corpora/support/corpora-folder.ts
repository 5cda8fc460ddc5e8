import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readVectors, type SseVector } from './sse-vector';

/** One folder of test data that others published, by what its files hold. */
export interface Corpus {
  readonly name: string;
  readonly vectors: readonly SseVector[];
  /** Entries of a vector file that are none, each in a sentence. */
  readonly unreadable: readonly string[];
}

/** The folder of test data: `IRIS_CORPORA`, from the repository on, or the one beside the repository. */
export function corporaFolder(): string {
  return path.resolve(process.env['IRIS_CORPORA'] || '../shared/corpora');
}

/** What lies in a folder of test data; undefined where there is no such folder. */
export function readCorpora(folder: string): readonly Corpus[] | undefined {
  if (!existsSync(folder)) {
    return undefined;
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCorpus(folder, name))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function readCorpus(folder: string, name: string): Corpus {
  const vectors: SseVector[] = [];
  const unreadable: string[] = [];
  for (const file of readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.json')) {
      continue;
    }
    const read = readVectors(readFileSync(path.join(folder, name, file), 'utf8'));
    vectors.push(...read.vectors);
    unreadable.push(...read.unreadable.map((problem) => `${name}/${file}: ${problem}`));
  }
  return { name, vectors, unreadable };
}
