import { startsWith } from '../../util/bytes';
import { zipNames } from './zip-names';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const slidesType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const sheetsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const notebookType = 'application/x-ipynb+json';
/** Compound files: office documents of before 2007, and encrypted ones. */
const compoundType = 'application/x-ole-storage';
const openDocumentType = 'application/vnd.oasis.opendocument';

/** Characters of a notebook in which its first words are looked for. */
const notebookSample = 1024 * 1024;

/** The media type of an office document or notebook; the name tells only which JSON is a notebook. */
export function documentType(bytes: Uint8Array, fileName: string): string | undefined {
  if (startsWith(bytes, [0x50, 0x4b])) {
    return packageType(zipNames(bytes));
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return compoundType;
  }
  return /\.ipynb$/i.test(fileName) && isNotebook(bytes) ? notebookType : undefined;
}

function packageType(names: readonly string[]): string | undefined {
  const holds = (folder: string): boolean => names.some((name) => name.startsWith(folder));
  if (names.includes('mimetype') && names.includes('content.xml')) {
    return openDocumentType;
  }
  if (!holds('[Content_Types].xml') && !holds('_rels/')) {
    return undefined;
  }
  // Only the very first name is known where the file is cut off: what reads it will say that it is damaged.
  return holds('ppt/')
    ? slidesType
    : holds('xl/')
      ? sheetsType
      : holds('word/') || names.length === 1
        ? wordType
        : undefined;
}

function isNotebook(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, notebookSample));
  return /^\s*\{/.test(start) && /"(cells|worksheets|nbformat)"\s*:/.test(start);
}
