import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findFiles, listFolder } from './find-files';

export interface MarkdownExample {
  /** In its file, counted from one. */
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

/** A file of examples, as the specifications of CommonMark and GitHub publish them. */
export interface MarkdownCorpus {
  readonly name: string;
  readonly examples: readonly MarkdownExample[];
}

/** Each JSON file in a folder of test data that is a list of objects with `markdown` and `html`. */
export function readMarkdownCorpora(root: string): readonly MarkdownCorpus[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    return [];
  }
  const files = listFolder(root, '.').folders.flatMap((folder) => findFiles(root, folder).files);
  return files
    .filter((file) => /\.json$/i.test(file))
    .map((file) => ({ name: file, examples: readExamples(readFileSync(path.join(root, file), 'utf8')) }))
    .filter(({ examples }) => examples.length > 0);
}

function readExamples(json: string): readonly MarkdownExample[] {
  let entries: unknown;
  try {
    entries = JSON.parse(json);
  } catch {
    return [];
  }
  return Array.isArray(entries) ? entries.flatMap(readExample) : [];
}

function readExample(entry: unknown, index: number): readonly MarkdownExample[] {
  if (typeof entry !== 'object' || entry === null) {
    return [];
  }
  const { section, markdown, html } = entry as Readonly<Record<string, unknown>>;
  return typeof markdown === 'string' && typeof html === 'string'
    ? [{ number: index + 1, section: String(section), markdown, html }]
    : [];
}
