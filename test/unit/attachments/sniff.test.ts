import assert from 'node:assert/strict';
import sharp from 'sharp';
import { sniff } from '../../../src/attachments/sniff';

describe('sniffing', () => {
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } });

  it('knows pictures that can be attached', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'gif'] as const) {
      const bytes = await picture.clone().toFormat(format).toBuffer();
      assert.deepEqual(sniff(bytes), { kind: 'image', mediaType: `image/${format}` });
    }
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
      [Buffer.from('BM\x46\0\0\0\0\0\0\0', 'latin1'), 'a BMP picture'],
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
