import { t } from '@vscode/l10n';
import { encryptedDocument, oldDocument, unknownDocument } from './document-failures';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Streams by which compound files ([MS-CFB]) of office programs are known. */
const streams: readonly (readonly [stream: string, kind: string, extension: string])[] = [
  ['WordDocument', t('Word document'), '.docx'],
  ['PowerPoint Document', t('PowerPoint presentation'), '.pptx'],
  ['Workbook', t('Excel workbook'), '.xlsx'],
  ['Book', t('Excel workbook'), '.xlsx'],
];

/** Compound files hold encrypted documents ([MS-OFFCRYPTO] 2.3.2) and those of before 2007; none of them is read. */
export function refuseOldDocument(bytes: Uint8Array): void {
  if (!signature.every((value, index) => bytes[index] === value)) {
    return;
  }
  // Names of streams are written in the directory, in UTF-16 and ending with zero.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasStream = (name: string): boolean => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (hasStream('EncryptedPackage')) {
    throw encryptedDocument();
  }
  const found = streams.find(([stream]) => hasStream(stream));
  throw found ? oldDocument(found[1], found[2]) : unknownDocument();
}
