import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { codeOf, findFiles, type FoundFiles, listFolder } from './find-files';
import { readVectors, type SseVector } from './sse-vector';

/** One folder of test data that others published, by what its files hold. */
export interface Corpus {
  readonly name: string;
  readonly vectors: readonly SseVector[];
  /** Files that can't be read, and entries of a vector file that are none, each in a sentence. */
  readonly unreadable: readonly string[];
}

/** The folder of test data: `IRIS_CORPORA`, from the repository on, or the one beside the repository. */
export function corporaFolder(): string {
  return path.resolve(process.env['IRIS_CORPORA'] || '../shared/corpora');
}

/**
 * What lies in a folder of test data, by its folders; files beside these are of the folder `.`. Undefined where there is
 * no such folder.
 */
export function readCorpora(root: string): readonly Corpus[] | undefined {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    return undefined;
  }
  const { folders, ...beside } = listFolder(root, '.');
  const itself = readCorpus(root, '.', beside);
  return [
    ...(itself.vectors.length + itself.unreadable.length > 0 ? [itself] : []),
    ...folders.map((folder) => readCorpus(root, folder, findFiles(root, folder))),
  ];
}

function readCorpus(root: string, name: string, found: FoundFiles): Corpus {
  const vectors: SseVector[] = [];
  const unreadable = [...found.unreadable];
  for (const file of found.files.filter((one) => /\.json$/i.test(one))) {
    try {
      const read = readVectors(readFileSync(path.join(root, file), 'utf8'));
      vectors.push(...read.vectors);
      unreadable.push(...read.unreadable.map((problem) => `${file}: ${problem}`));
    } catch (error) {
      unreadable.push(`${file} can't be read (${codeOf(error)})`);
    }
  }
  return { name, vectors, unreadable };
}
