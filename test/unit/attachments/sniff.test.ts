import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { sniff } from '../../../src/attachments/sniff';

describe('sniffing', () => {
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } });

  it('knows pictures that can be attached', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif'] as const) {
      const bytes = await picture.clone().toFormat(format).toBuffer();
      assert.deepEqual(sniff(bytes), { kind: 'image', mediaType: `image/${format}` });
    }
  });

  it('knows pictures of phones, old programs and sites by their first bytes', () => {
    const types: readonly (readonly [bytes: Buffer, mediaType: string])[] = [
      [fileType('heic', 'mif1', 'heic'), 'image/heic'],
      [fileType('mif1', 'mif1', 'heic'), 'image/heic'],
      [fileType('mif1', 'mif1', 'avif'), 'image/avif'],
      [fileType('avis', 'avis', 'msf1'), 'image/avif'],
      [Buffer.from('BM\x46\0\0\0\0\0\0\0', 'latin1'), 'image/bmp'],
      [Buffer.from([0, 0, 1, 0, 1, 0, 16, 16]), 'image/x-icon'],
      [Buffer.from('II*\0\x08\0\0\0', 'latin1'), 'image/tiff'],
      [gzipSync('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
      [gzipSync(`<svg>${Array.from({ length: 9_999 }, (_, index) => Math.sin(index)).join()}</svg>`), 'image/svg+xml'],
    ];
    for (const [bytes, mediaType] of types) {
      assert.deepEqual(sniff(bytes), { kind: 'image', mediaType });
    }
  });

  it('tells videos and sounds from pictures in the same container', () => {
    assert.deepEqual(sniff(fileType('isom', 'isom', 'avc1')), { kind: 'video', mediaType: 'video/mp4' });
    assert.deepEqual(sniff(fileType('M4A ', 'M4A ', 'isom')), { kind: 'audio', mediaType: 'audio/mp4' });
  });

  it('knows an SVG behind a prolog, comments and a document type', () => {
    for (const source of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="1">',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n<svg>',
      '<!DOCTYPE svg [ <!ENTITY a "b"> ]><svg:svg xmlns:svg="http://www.w3.org/2000/svg">',
    ]) {
      assert.deepEqual(sniff(Buffer.from(source)), { kind: 'image', mediaType: 'image/svg+xml' }, source);
    }
  });

  it('takes pages and programs that hold an SVG for text', () => {
    for (const source of ['<!doctype html><html><svg></svg></html>', 'const icon = "<svg/>";', '<svgfoo>']) {
      assert.deepEqual(sniff(Buffer.from(source)), { kind: 'text', encoding: 'utf-8' }, source);
    }
  });

  it('names other formats', () => {
    const names: readonly (readonly [bytes: Buffer, name: string])[] = [
      [Buffer.from('PK\x03\x04......'), 'a ZIP archive or an Office document'],
      [Buffer.from('8BPS\0\x01', 'latin1'), 'a Photoshop picture'],
      [Buffer.from([0xff, 0x0a]), 'a JPEG XL picture'],
      [Buffer.from([0x1f, 0x8b, 8, 0]), 'a gzip-compressed file'],
      [Buffer.from([0, 1, 2, 3, 4, 5]), 'a binary file'],
    ];
    for (const [bytes, name] of names) {
      const sniffed = sniff(bytes);
      assert(sniffed.kind === 'other');
      assert.equal(sniffed.name, name);
    }
  });

  it('knows text by its byte order mark or its bytes', () => {
    assert.deepEqual(sniff(Buffer.from('naïve – ☕')), { kind: 'text', encoding: 'utf-8' });
    assert.deepEqual(sniff(Buffer.from('BMW is a car')), { kind: 'text', encoding: 'utf-8' });
    assert.deepEqual(sniff(Buffer.from('\ufeffhello', 'utf16le')), { kind: 'text', encoding: 'utf-16le' });
    assert.deepEqual(sniff(Buffer.from('\ufeffhello', 'utf16le').swap16()), { kind: 'text', encoding: 'utf-16be' });
    assert.deepEqual(sniff(Buffer.from('na\xefve caf\xe9 for the price', 'latin1')), {
      kind: 'text',
      encoding: 'windows-1252',
    });
  });

  it('does not mind a character that is cut where the sample ends', () => {
    assert.deepEqual(sniff(Buffer.from(`${'a'.repeat(64 * 1024 - 1)}é`)), { kind: 'text', encoding: 'utf-8' });
  });

  it('knows an empty file', () => {
    assert.deepEqual(sniff(new Uint8Array()), { kind: 'empty' });
  });
});

/** The first box of an ISO base media file. */
function fileType(brand: string, ...compatible: readonly string[]): Buffer {
  const box = Buffer.from(`\0\0\0\0ftyp${brand}\0\0\0\0${compatible.join('')}`, 'latin1');
  box.writeUInt32BE(box.length, 0);
  return box;
}
