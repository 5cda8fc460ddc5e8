import assert from 'node:assert/strict';
import type { Attachment } from '../../../../src/shared/attachment/attachment';
import { describeAttachment } from '../../../../media/attachments/describe-attachment';

const source = { sha256: '', mediaType: 'text/plain', byteLength: 2310 };
const text = {
  kind: 'text',
  id: 't',
  name: 'a.ts',
  languageId: 'typescript',
  source,
  parts: [{ type: 'text', blob: source }],
  reasons: [],
} as const;

describe('the line under an attachment', () => {
  it('tells the pixels and bytes of what is sent, not of what was attached', () => {
    const original = { sha256: '', mediaType: 'image/png', byteLength: 9_000_000, width: 4000, height: 3000 };
    const prepared = { ...original, byteLength: 148_300, width: 1568, height: 1176 };
    const image: Attachment = {
      kind: 'image',
      id: 'i',
      name: 'a.png',
      source: original,
      thumbnail: original,
      options: {},
      parts: [{ type: 'image', blob: prepared }],
      reasons: [],
    };
    assert.equal(describeAttachment(image), '1568 × 1176 · 145 KB');
  });

  it('tells the lines of a selection', () => {
    assert.equal(describeAttachment(text), '2.3 KB');
    assert.equal(describeAttachment({ ...text, lines: { first: 12, last: 48 } }), 'lines 12–48 · 2.3 KB');
    assert.equal(describeAttachment({ ...text, lines: { first: 12, last: 12 } }), 'line 12 · 2.3 KB');
  });

  it('tells of a text that is cut how much of it is sent', () => {
    assert.equal(describeAttachment({ ...text, wholeBytes: 9_400_000 }), '2.3 KB of 9 MB');
  });

  it('tells which share of the pages is sent, and names no part that only says something about the others', () => {
    const blob = { sha256: 'c'.repeat(64), mediaType: 'text/plain', byteLength: 40 };
    const page = { ...blob, mediaType: 'image/png', byteLength: 145_000, width: 900, height: 1200 };
    const pdf: Attachment = {
      kind: 'pdf',
      id: 'pdf',
      name: 'spec.pdf',
      source: { ...blob, mediaType: 'application/pdf' },
      pageCount: 5,
      scannedPages: [],
      figurePages: [],
      options: { pages: '2, 4' },
      parts: [
        { type: 'text', blob, isNote: true },
        { type: 'image', blob: page },
        { type: 'image', blob: page },
      ],
      reasons: [],
    };
    assert.equal(describeAttachment(pdf), '2 of 5 pages · 2 pictures · 283 KB');
    assert.equal(describeAttachment({ ...pdf, options: {} }), '5 pages · 2 pictures · 283 KB');
  });
});
