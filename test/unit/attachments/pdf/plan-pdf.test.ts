import assert from 'node:assert/strict';
import { decidePages } from '../../../../src/attachments/pdf/decide-pages';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { PdfAttachment } from '../../../../src/shared/attachment/attachment';
import { builtIn, seeing } from '../services';

const source = { sha256: '1'.repeat(64), mediaType: 'application/pdf', byteLength: 900_000 };
const spec: PdfAttachment = {
  kind: 'pdf',
  id: 'spec',
  name: 'spec.pdf',
  source,
  pageCount: 12,
  scannedPages: [7],
  figurePages: [4],
  parts: [],
  reasons: [],
  options: {},
};

const withInput = (input: ModelTarget['capabilities']['input']): ModelTarget => ({
  ...seeing,
  capabilities: { ...(input && { input }) },
});
const reading = withInput({ pdf: true, image: true });
const blind = withInput({ image: false });

describe('what is sent of a PDF', () => {
  it('is the file for a model that reads PDFs', () => {
    const { file, pages, reasons } = decidePages(spec, reading);
    assert.deepEqual([file, pages], ['original', '1-12']);
    assert.deepEqual(reasons, ['The model reads PDF files itself: it gets the whole file.']);
  });

  it('is a copy where pages are chosen or the file is encrypted', () => {
    assert.equal(decidePages({ ...spec, options: { pages: '2-3' } }, reading).file, 'copy');
    assert.equal(decidePages({ ...spec, isEncrypted: true }, reading).file, 'copy');
  });

  it('is text and pictures where the file would be refused', () => {
    const many = decidePages({ ...spec, pageCount: 101 }, reading);
    assert.equal(many.file, undefined);
    assert.match(many.reasons[0] ?? '', /at most 100 pages/);
    const large = decidePages({ ...spec, source: { ...source, byteLength: 90_000_000 } }, reading);
    assert.match(large.reasons[0] ?? '', /larger than the \d+ MB/);
  });

  it('is text with pictures of what is no text for a model that sees', () => {
    const { text, pictures, recognized, picturePlan, reasons } = decidePages(spec, seeing);
    assert.deepEqual([text, pictures, recognized], ['1-12', '4, 7', '']);
    assert.deepEqual([picturePlan?.maxLongSide, picturePlan?.maxShortSide], [1_086, 768]);
    assert.deepEqual(reasons, [
      'The text of all 12 pages is sent, with pictures of pages 4, 7, where not all is text.',
    ]);
  });

  it('is text alone, read from scans too, for a model that sees nothing', () => {
    for (const target of [blind, builtIn]) {
      const { text, pictures, recognized, reasons } = decidePages(spec, target);
      assert.deepEqual([text, pictures, recognized], ['1-12', '', '7']);
      assert.match(reasons.join(' '), /Page 7 is a scan: its text is read on this machine/);
    }
  });

  it('is what the person chose, as far as the model takes it', () => {
    assert.equal(decidePages({ ...spec, options: { form: 'text' } }, reading).text, '1-12');
    assert.equal(decidePages({ ...spec, options: { form: 'pages', pages: '2-4' } }, seeing).pictures, '2-4');
    assert.equal(decidePages({ ...spec, options: { form: 'file' } }, seeing).file, 'original');
    const without = decidePages({ ...spec, options: { form: 'pages' } }, blind);
    assert.deepEqual([without.text, without.pictures], ['1-12', '']);
    assert.match(without.reasons[0] ?? '', /takes no pictures/);
    assert.match(
      decidePages({ ...spec, options: { form: 'file' } }, withInput({ pdf: false })).reasons[0] ?? '',
      /takes no PDF/,
    );
  });

  it('never is a great many pictures without a word', () => {
    const drawn = Array.from({ length: 80 }, (_, index) => index + 1);
    const figures = { ...spec, pageCount: 80, scannedPages: [], figurePages: drawn };
    const plan = decidePages(figures, seeing);
    assert.equal(plan.pictures, '1-20');
    assert.equal(plan.text, '1-80');
    assert.match(plan.reasons.join(' '), /Of pages 21-80 only the text is sent.*at most 20 pictures.*Choose the pages/);
    const scans = decidePages({ ...figures, scannedPages: drawn, figurePages: [] }, seeing);
    assert.match(scans.reasons.join(' '), /Pages 21-80 are left out: at most 20 pictures/);
    assert.equal(decidePages({ ...figures, options: { pages: '1-60' } }, seeing).pictures, '1-60');
    const few = { ...seeing, capabilities: { images: { count: 5 } } };
    assert.equal(decidePages({ ...figures, options: { pages: '1-60' } }, few).pictures, '1-5');
  });

  it('leaves out pages that are damaged, and says so', () => {
    const plan = decidePages({ ...spec, damagedPages: [2] }, reading);
    assert.deepEqual([plan.file, plan.pages], ['copy', '1, 3-12']);
    assert.match(plan.reasons[0] ?? '', /Page 2 is damaged and left out/);
  });
});
