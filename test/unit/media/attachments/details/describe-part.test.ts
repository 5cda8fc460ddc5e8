import assert from 'node:assert/strict';
import { describeOriginal } from '../../../../../media/attachments/details/describe-original';
import { describePart } from '../../../../../media/attachments/details/describe-part';
import { describeAttachment } from '../../../../../media/attachments/describe-attachment';
import type { Attachment } from '../../../../../src/shared/attachment/attachment';
import {
  sampleDocument,
  sampleLink,
  samplePdf,
  sampleSound,
  sampleText,
  sampleVideo,
} from '../../../../e2e/panel/attachment-samples';
import { picture } from '../../../../e2e/panel/sample-state';

const first = ({ parts, name }: Attachment) => {
  const [part] = parts;
  assert(part);
  const { title, facts } = describePart(part, name);
  return [title, facts];
};

describe('an attachment of each kind in words', () => {
  it('is what is sent of it', () => {
    assert.deepEqual(
      [samplePdf, sampleSound, sampleVideo, sampleDocument, sampleText, sampleLink].map(describeAttachment),
      [
        '12 pages · text + 3 pictures · 306 KB',
        '2:31 · MP3 · 1.2 MB',
        '0:42 · 8 frames · 477 KB',
        'Word document · text + 2 pictures · 191 KB',
        'lines 12–48 · 2.3 KB',
        'example.com · address only',
      ],
    );
  });

  it('is the words that are sent instead', () => {
    const text = sampleText.parts;
    assert.equal(describeAttachment({ ...sampleSound, parts: text }), '2:31 · transcript · 2.3 KB');
    assert.equal(
      describeAttachment({ ...picture('p', 'a.png'), instead: 'description', parts: text }),
      'description · 2.3 KB',
    );
  });

  it('is what it was before anything was made of it', () => {
    assert.deepEqual(
      [picture('p', 'a.png'), samplePdf, sampleSound, sampleVideo, sampleDocument, sampleText, sampleLink].map(
        describeOriginal,
      ),
      [
        'PNG · 2560 × 1600 · 793 KB',
        'PDF · 12 pages · 1.7 MB',
        'M4A · 2:31 · 2.3 MB',
        'MOV · 0:42 · 1920 × 1244 · 17 MB',
        'Word document · 2 pictures · 402 KB',
        'Text · 2.3 KB',
        'https://example.com/tiles/map.png',
      ],
    );
  });

  it('is each of its parts, without the name that is above them', () => {
    assert.deepEqual(first(sampleVideo), ['0:02', '1024 × 664 · PNG · 60 KB']);
    assert.deepEqual(first(sampleSound), ['Sound', '2:31 · MP3 · 1.2 MB']);
    assert.deepEqual(first(samplePdf), ['Text', '31 KB']);
    assert.deepEqual(first(sampleLink), ['https://example.com/tiles/map.png', 'The server is to load it itself']);
  });
});
