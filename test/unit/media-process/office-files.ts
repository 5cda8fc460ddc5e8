import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';

export function demoDocument(name: string): Buffer {
  return readFileSync(`demo/documents/${name}`);
}

export function fixtureDocument(name: string): Buffer {
  return readFileSync(`test/fixtures/documents/${name}`);
}

/** A document with some of its parts changed, added, or with undefined taken away. */
export function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Uint8Array | undefined>>,
): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  for (const [name, part] of Object.entries(changes)) {
    if (part === undefined) {
      delete parts[name];
    } else {
      parts[name] = typeof part === 'string' ? strToU8(part) : part;
    }
  }
  return zipSync(parts);
}

/** A Word document whose body is this XML. */
export function wordDocument(body: string): Uint8Array {
  return withParts(demoDocument('report.docx'), {
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:m="m"><w:body>${body}</w:body></w:document>`,
  });
}

/** The directory of a compound file with streams of these names, as far as they are looked at. */
export function compoundFile(...streams: readonly string[]): Uint8Array {
  const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const names = streams.map((name) => Buffer.from(`${name}\0`.padEnd(32, '\0'), 'utf16le'));
  return Buffer.concat([signature, Buffer.alloc(504), ...names]);
}

/** The same ZIP with a directory that claims another size for one of its files. */
export function claiming(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let offset = changed.indexOf('PK\x01\x02'); offset >= 0; offset = changed.indexOf('PK\x01\x02', offset + 4)) {
    if (changed.toString('utf8', offset + 46, offset + 46 + changed.readUInt16LE(offset + 28)) === name) {
      changed.writeUInt32LE(size, offset + 24);
    }
  }
  return changed;
}
