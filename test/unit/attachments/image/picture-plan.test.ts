import assert from 'node:assert/strict';
import { planPicture } from '../../../../src/attachments/image/picture-plan';
import { pictureReasons } from '../../../../src/attachments/image/picture-reasons';
import { planImage } from '../../../../src/attachments/image/plan-image';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { FrameFacts, ImageAttachment } from '../../../../src/shared/attachment/attachment';
import type { ImageOptions } from '../../../../src/shared/attachment/options';
import { builtIn, seeing } from '../services';

const unknown: ModelTarget = { ...seeing, model: 'something' };

interface Sample {
  readonly options?: ImageOptions;
  readonly frames?: FrameFacts;
  readonly mediaType?: string;
}

function picture(width: number, height: number, { options = {}, frames, mediaType = 'image/png' }: Sample = {}) {
  const blob = { sha256: '', mediaType, byteLength: 1, width, height };
  const attachment: ImageAttachment = {
    ...{ kind: 'image', id: 'one', name: 'page.png', source: blob, thumbnail: blob, parts: [], reasons: [], options },
    ...(frames && { frames }),
  };
  return attachment;
}

const sizesOf = (attachment: ImageAttachment, target: ModelTarget) =>
  planPicture(attachment, target).prepare.pictures.map(({ width, height }) => [width, height]);

describe('the plan for a picture', () => {
  it('scales it only as far as the model would', () => {
    assert.deepEqual(sizesOf(picture(5_120, 2_880), seeing), [[1_365, 768]]);
    assert.deepEqual(sizesOf(picture(5_120, 2_880), unknown), [[2_048, 1_152]]);
    assert.deepEqual(sizesOf(picture(5_120, 2_880), builtIn), [[5_120, 2_880]]);
    assert.deepEqual(sizesOf(picture(40, 30), seeing), [[40, 30]]);
  });

  it('leaves the pixels of a picture alone that the model would scale by next to nothing', () => {
    assert.deepEqual(sizesOf(picture(2_080, 1_000), unknown), [[2_080, 1_000]]);
  });

  it('keeps what a model refuses to take more of', () => {
    const small = { ...builtIn, capabilities: { images: { side: 1_000, pixels: 500_000 } } };
    const [[width = 0, height = 0] = []] = sizesOf(picture(4_000, 3_000), small);
    assert(width <= 1_000 && width * height <= 500_000 && width * height > 495_000);
  });

  it('leaves nothing to scale to VS Code, which leaves pictures alone when one side is at most 768 pixels', () => {
    const languageModel = { ...unknown, isLanguageModel: true };
    assert.deepEqual(sizesOf(picture(2_880, 1_800), languageModel), [[1_229, 768]]);
    assert.deepEqual(sizesOf(picture(800, 768), languageModel), [[800, 768]]);
  });

  it('sends no more pixels of a huge picture than are held, and says so', () => {
    const stitched = picture(12_000, 9_000, { options: { size: 'original' } });
    const plan = planPicture(stitched, unknown);
    assert.deepEqual(plan.prepare.pictures, [{ width: 8_164, height: 6_123 }]);
    assert.equal(plan.prepare.untouched, undefined);
    assert.deepEqual(pictureReasons(stitched, { plan, target: unknown, made: { images: [] } }), [
      'Scaled from 12000 × 9000 to 8164 × 6123: of no picture more is read.',
    ]);
  });

  it('draws small drawings large enough to be read, and large ones within the limit', () => {
    const mediaType = 'image/svg+xml';
    assert.deepEqual(sizesOf(picture(24, 12, { mediaType }), unknown), [[1_024, 512]]);
    assert.deepEqual(sizesOf(picture(1_600, 900, { mediaType }), unknown), [[1_600, 900]]);
    assert.deepEqual(sizesOf(picture(100_000, 50_000, { mediaType }), unknown), [[2_048, 1_024]]);
  });

  it('cuts a page that is much taller than the model looks into parts in reading order', () => {
    const { form, prepare, parts } = planPicture(picture(1_200, 9_000), unknown);
    assert.equal(form, 'tiles');
    const boxes = prepare.pictures.map((request) => ('box' in request ? request.box : undefined));
    // At nine tenths of its size four parts do, which loses nothing.
    assert.equal(boxes.length, 4);
    assert(boxes.every((box) => box?.left === 0 && box.width === 1_080 && box.height <= 2_048 / 0.95));
    const tops = boxes.map((box) => box?.top ?? 0);
    assert.equal(tops[0], 0);
    assert.equal((boxes.at(-1)?.top ?? 0) + (boxes.at(-1)?.height ?? 0), 8_100);
    assert(tops.slice(1).every((top, index) => top <= (tops[index] ?? 0) + (boxes[index]?.height ?? 0) - 95));
    assert.equal(parts[1]?.label, 'Part 2 of 4 of page.png, row 2:');
  });

  it('cuts a page that is much wider than tall along its width', () => {
    const { form, parts, prepare } = planPicture(picture(12_000, 700), unknown);
    assert.equal(form, 'tiles');
    assert(prepare.pictures.every((request) => 'box' in request && request.box?.top === 0));
    assert.match(parts[0]?.label ?? '', /^Part 1 of \d of page\.png, column 1:$/);
  });

  it('cuts pictures of an ordinary shape only when the person chooses that, and never against their choice', () => {
    assert.equal(planPicture(picture(5_120, 2_880), seeing).form, 'whole');
    const cut = planPicture(picture(5_120, 2_880, { options: { tiles: true } }), seeing);
    assert.equal(cut.form, 'tiles');
    assert.match(cut.parts[0]?.label ?? '', /, row 1, column 1:$/);
    assert.equal(planPicture(picture(1_200, 9_000, { options: { tiles: false } }), unknown).form, 'whole');
    assert.equal(planPicture(picture(600, 400, { options: { tiles: true } }), seeing).form, 'whole');
  });

  it('makes no more parts than the model takes', () => {
    const few = { ...seeing, capabilities: { images: { count: 6 } } };
    assert(planPicture(picture(1_200, 30_000), few).prepare.pictures.length <= 6);
    assert(planPicture(picture(1_200, 60_000), seeing).prepare.pictures.length <= 24);
  });

  it('shows an animation on a sheet with the times of its frames, or those that were chosen', () => {
    const frames = { count: 30, times: Array.from({ length: 30 }, (_, index) => index / 10) };
    const sheet = planPicture(picture(400, 300, { frames }), unknown);
    const [request] = sheet.prepare.pictures;
    assert(request && 'sheet' in request);
    assert.deepEqual([request.sheet.length, request.sheet[0], request.sheet.at(-1), request.columns], [9, 0, 29, 3]);
    assert.match(
      sheet.parts[0]?.label ?? '',
      /^Frames of page\.png, in rows of 3 from left to right, at 0, .*, 2\.9 s:$/,
    );
    const chosen = planPicture(picture(400, 300, { frames, options: { frames: [12, 29] } }), unknown);
    assert.deepEqual(chosen.parts, [
      { label: 'Frame at 1.2 s of page.png:', place: { seconds: 1.2 } },
      { label: 'Frame at 2.9 s of page.png:', place: { seconds: 2.9 } },
    ]);
  });

  it('sends the pages of a document, each at its size', () => {
    const sizes = [
      { width: 800, height: 1_100 },
      { width: 4_096, height: 2_000 },
    ];
    const plan = planPicture(picture(800, 1_100, { frames: { count: 2, sizes } }), unknown);
    assert.deepEqual(plan.prepare.pictures, [
      { ...sizes[0], frame: 0 },
      { width: 2_048, height: 1_000, frame: 1 },
    ]);
    assert.deepEqual(plan.parts[1], { label: 'Page 2 of page.png:', place: { page: 2 } });
  });

  it('uses WebP only where the model is known to take it, or the person chose it', () => {
    const formats = (target: ModelTarget, options: ImageOptions = {}) =>
      planPicture(picture(10, 10, { options }), target).prepare.formats;
    assert.deepEqual(formats(unknown), ['image/png', 'image/jpeg']);
    const webp = { ...unknown, capabilities: { images: { formats: ['image/webp', 'image/png', 'image/gif'] } } };
    assert.deepEqual(formats(webp), ['image/png', 'image/webp']);
    assert.deepEqual(formats(unknown, { format: 'webp' }), ['image/webp']);
  });

  it('sends the original untouched unless it is more than the model takes', () => {
    const original = picture(5_000, 3_000, { options: { size: 'original' } });
    assert(planPicture(original, seeing).prepare.untouched?.includes('image/gif'));
    const limited = { ...seeing, capabilities: { images: { side: 2_000 } } };
    assert.equal(planPicture(original, limited).prepare.untouched, undefined);
    assert.deepEqual(sizesOf(original, limited), [[2_000, 1_200]]);
  });

  it('sends neither pages nor a sheet that the person chose untouched: each keeps its labels', () => {
    const plan = (frames: FrameFacts, chosen: ImageOptions = {}) =>
      planPicture(picture(400, 300, { frames, options: { size: 'original', ...chosen } }), seeing);
    const [pages, animation] = [{ count: 2 }, { count: 2, times: [0, 1] }];
    assert.equal(plan(pages).prepare.untouched, undefined);
    assert.equal(plan(pages).parts[1]?.label, 'Page 2 of page.png:');
    assert.equal(plan(pages, { frames: 'sheet' }).prepare.untouched, undefined);
    assert.equal(plan(animation, { frames: 'sheet' }).prepare.untouched, undefined);
    assert.notEqual(plan(animation).prepare.untouched, undefined);
  });

  it('cuts nothing by itself for who wants few details', () => {
    assert.equal(planPicture(picture(1_200, 9_000, { options: { detail: 'low' } }), unknown).form, 'whole');
    assert.equal(
      planPicture(picture(1_200, 9_000, { options: { detail: 'low', tiles: true } }), unknown).form,
      'tiles',
    );
  });

  it('is a plain value', () => {
    for (const attachment of [picture(1_200, 9_000), picture(400, 300, { frames: { count: 3, times: [0, 1, 2] } })]) {
      const plan = planPicture(attachment, seeing);
      assert.deepEqual(JSON.parse(JSON.stringify(plan)), plan);
    }
  });

  it('asks what to send instead where the model takes no pictures, and says no word where nobody knows', () => {
    const blind = { ...seeing, capabilities: { input: { image: false } } };
    assert.deepEqual(planImage(picture(10, 10), blind), {
      status: 'obstructed',
      obstacle: { modality: 'image', offers: ['otherModel', 'text', 'description', 'anyway'] },
    });
    assert.equal(planImage({ ...picture(10, 10), instead: 'anyway' }, blind).status, 'planned');
    assert.equal(planImage({ ...picture(10, 10), instead: 'text' }, blind).status, 'planned');
    assert.equal(planImage(picture(10, 10), seeing).status, 'planned');
  });
});
