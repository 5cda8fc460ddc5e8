import { t } from '@vscode/l10n';
import type { DocumentContent } from '../document-service';
import type { TaskContext } from '../task-context';
import { corruptDocument, saveAs, unknownDocument } from './document-failures';
import { partOfType, relationshipsOf } from './relationships';
import { readWorkbook } from './sheets/read-workbook';
import { readPresentation } from './slides/read-presentation';
import { readWordDocument } from './word/read-word-document';
import { elementsOf } from './xml';
import { ZipPackage } from './zip-package';

/** A part of a document that is read, with the whole of it. */
export interface MainPart {
  readonly zip: ZipPackage;
  /** Name of the part. */
  readonly part: string;
  readonly context: TaskContext;
}

/** An Office Open XML document (ECMA-376), told by the content type of its main part, whatever that is called. */
export async function readPackage(bytes: Uint8Array, context: TaskContext): Promise<DocumentContent> {
  const zip = new ZipPackage(bytes);
  refuseOpenDocument(zip);
  if (!zip.has('[Content_Types].xml')) {
    throw unknownDocument();
  }
  const part = partOfType(await relationshipsOf(zip, '', context), 'officeDocument');
  if (part === undefined) {
    throw corruptDocument(t('it does not say what is in it'));
  }
  const type = await contentType(zip, part, context);
  const main: MainPart = { zip, part, context };
  if (type.includes('wordprocessingml') || type.includes('ms-word')) {
    return await readWordDocument(main);
  }
  if (type.includes('presentationml') || type.includes('ms-powerpoint')) {
    return await readPresentation(main);
  }
  if (type.includes('sheet.binary')) {
    throw saveAs(t('binary workbook'), '.xlsx');
  }
  if (type.includes('spreadsheetml') || type.includes('ms-excel')) {
    return await readWorkbook(main);
  }
  throw unknownDocument();
}

async function contentType(zip: ZipPackage, part: string, context: TaskContext): Promise<string> {
  const types = zip.require('[Content_Types].xml');
  const extension = part.split('.').at(-1)?.toLowerCase();
  let fallback = '';
  for await (const { name, attributes } of elementsOf(types, ['Override', 'Default'], context)) {
    const { PartName = '', Extension = '', ContentType = '' } = attributes;
    if (name === 'Override' && PartName.toLowerCase() === `/${part.toLowerCase()}`) {
      return ContentType;
    }
    fallback = name === 'Default' && Extension.toLowerCase() === extension ? ContentType : fallback;
  }
  return fallback;
}

/** LibreOffice's own formats say what they are in a file of this name. */
function refuseOpenDocument(zip: ZipPackage): void {
  const type = Buffer.from(zip.read('mimetype')?.subarray(0, 100) ?? []).toString('latin1');
  if (type.startsWith('application/vnd.oasis.opendocument.')) {
    const extension = type.includes('spreadsheet') ? '.xlsx' : type.includes('presentation') ? '.pptx' : '.docx';
    throw saveAs(t('document in LibreOffice’s own format'), extension);
  }
}
