import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { MediaError, type MediaErrorKind } from '../../../../src/media-process/media-service';
import { pagePlan as plan, useMediaService } from '../media-service-for-tests';
import { onePage } from './one-page';

const fixture = (name: string): Buffer => readFileSync(`test/fixtures/pdf/${name}`);
const handbook = fixture('handbook.pdf');
const locked = fixture('locked.pdf');

/** Drawing it never ends: a form that holds itself. */
const endless = onePage('/F Do', '/XObject << /F 6 0 R >>', [
  '<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /F 7 0 R /G 7 0 R >> >> /Length 18 >>\nstream\n/F Do /G Do /F Do \nendstream',
  ...Array.from(
    { length: 30 },
    (_, index) =>
      `<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /F ${index + 8} 0 R /G ${index + 8} 0 R >> >> /Length 12 >>\nstream\n/F Do /G Do \nendstream`,
  ),
  '<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Length 11 >>\nstream\n0 0 9 9 re f\nendstream',
]);

describe('PDFs in the media process', function () {
  this.timeout(120_000);
  const media = useMediaService({ parallelImages: 2 });
  const fails = async (work: Promise<unknown>, kind: MediaErrorKind, message: RegExp): Promise<void> =>
    await assert.rejects(
      work,
      (error) => error instanceof MediaError && error.kind === kind && message.test(error.message),
    );

  it('are known page by page: size, text, figures, scans', async () => {
    const { pages, isEncrypted } = await media().readPdf(handbook);
    assert.equal(isEncrypted, false);
    assert.equal(pages.length, 12);
    assert.deepEqual(
      pages.map(({ hasText, hasFigures }) => `${hasText ? 'text' : ''}${hasFigures ? 'figures' : ''}`),
      [...Array<string>(3).fill('text'), 'textfigures', 'text', 'text', 'figures', ...Array<string>(5).fill('text')],
    );
    assert(pages.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842));
  });

  it('have charts and diagrams told from boxes, tables and covers', async () => {
    const { pages } = await media().readPdf(readFileSync('demo/spec.pdf'));
    assert.deepEqual(
      pages.map(({ hasFigures }) => hasFigures),
      [false, false, true, false, true],
    );
  });

  it('tell how far they are read', async () => {
    const fractions: number[] = [];
    await media().readPdf(handbook, { onProgress: (fraction) => fractions.push(fraction) });
    assert.deepEqual(
      fractions,
      [...fractions].sort((a, b) => a - b),
    );
    assert.equal(fractions.at(-1), 1);
  });

  it('give the text of their pages, and none for what is a picture', async () => {
    const [beans, scan] = await media().readPageTexts(handbook, [3, 7]);
    assert.match(beans ?? '', /^Beans\nYirgacheffe is stored on the left/);
    assert.equal(scan, '');
  });

  it('are drawn as large as asked for', async () => {
    const [drawn, small] = await Promise.all([
      media().renderPages(handbook, { pages: [4, 1], plan: { ...plan, maxShortSide: 768 } }),
      media().renderPages(handbook, { pages: [4], plan: { ...plan, maxLongSide: 200 } }),
    ]);
    assert.deepEqual([drawn[0]?.width, drawn[0]?.height, drawn.length], [768, 1_087, 2]);
    assert.equal(small[0]?.height, 200);
    const { width, height } = await sharp(drawn[0]?.bytes).metadata();
    assert.deepEqual([width, height], [768, 1_087]);
    const corner = await sharp(drawn[0]?.bytes)
      .removeAlpha()
      .extract({ left: 5, top: 5, width: 1, height: 1 })
      .raw()
      .toBuffer();
    assert.deepEqual([...corner], [255, 255, 255]);
    const colors = await sharp(drawn[0]?.bytes).stats();
    assert((colors.channels[0]?.mean ?? 0) > (colors.channels[2]?.mean ?? 0), 'the orange curve is not blue');
  });

  it('of enormous pages are drawn no larger than any other', async () => {
    const poster = onePage('0 0 9 9 re f', '', [], '[0 0 14400 14400]');
    const [drawn] = await media().renderPages(poster, { pages: [1], plan });
    assert.deepEqual([drawn?.width, drawn?.height], [2_048, 2_048]);
  });

  it('are copied with the chosen pages alone', async () => {
    const copy = await media().keepPages(handbook, [3, 7]);
    const { pages } = await media().readPdf(copy);
    assert.deepEqual(
      pages.map(({ hasText }) => hasText),
      [true, false],
    );
    assert.match((await media().readPageTexts(copy, [1]))[0] ?? '', /Huehuetenango/);
  });

  it('that are encrypted need their password, and are copied without it', async () => {
    await fails(media().readPdf(locked), 'passwordNeeded', /Type its password/);
    await fails(media().readPdf(locked, { password: 'tea' }), 'passwordWrong', /Type it again/);
    const facts = await media().readPdf(locked, { password: 'coffee' });
    assert.deepEqual([facts.isEncrypted, facts.pages.length], [true, 12]);
    const copy = await media().keepPages(locked, [1, 2], { password: 'coffee' });
    assert.deepEqual((await media().readPdf(copy)).isEncrypted, false);
  });

  it('that are damaged say what to do', async () => {
    await fails(media().readPdf(Buffer.from('%PDF-1.7\nnothing')), 'corrupt', /Download it again/);
    await fails(media().readPdf(Buffer.alloc(0)), 'empty', /Save it again/);
    await fails(media().renderPages(handbook, { pages: [13], plan }), 'outside', /no page 13/);
  });

  it('that are never drawn to the end are given up, and the process goes on', async () => {
    await media().readPdf(handbook);
    const { processId } = media();
    // Which comes first depends on the machine: the end of its patience, or of the memory that the engine may take.
    await assert.rejects(
      media().renderPages(endless, { pages: [1], plan }),
      (error) => error instanceof MediaError && ['tooSlow', 'tooManyBytes', 'corrupt'].includes(error.kind),
    );
    assert.equal((await media().readPdf(handbook)).pages.length, 12);
    assert.equal(media().processId, processId);
  });

  it('are let go when nobody waits any more', async () => {
    const controller = new AbortController();
    const drawing = media().renderPages(endless, { pages: [1], plan }, { signal: controller.signal });
    controller.abort();
    await assert.rejects(drawing, { name: 'AbortError' });
    assert.equal((await media().readPdf(handbook)).pages.length, 12);
  });
});
