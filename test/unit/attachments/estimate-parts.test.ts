import assert from 'node:assert/strict';
import { estimateParts } from '../../../src/attachments/estimate-parts';
import type { ModelTarget } from '../../../src/model/model-target';
import type { SentPart } from '../../../src/shared/attachment/attachment';
import type { ModelPrice } from '../../../src/shared/capabilities';

const blob = { sha256: 'a'.repeat(64), mediaType: 'image/png', byteLength: 1_000 };
const square = { ...blob, width: 1_024, height: 1_024 };

describe('the estimate of what is sent', () => {
  for (const [what, part, tokens] of [
    ['a text', { type: 'text', blob: { ...blob, byteLength: 4_001 } }, 1_001],
    ['a picture', { type: 'image', blob: square }, 765],
    ['a picture with a label', { type: 'image', blob: square, label: 'Page 3 of spec.pdf:' }, 765 + 5],
    ['a picture in low detail', { type: 'image', blob: square, detail: 'low' }, 85],
    ['a sound', { type: 'audio', blob, seconds: 90.5 }, 905],
    ['a video', { type: 'video', blob, seconds: 10, width: 640, height: 360 }, 10 * (255 + 10)],
    ['pages of a file', { type: 'file', blob, name: 'a.pdf', pageCount: 3 }, 3 * (1_105 + 600)],
    ['a linked picture', { type: 'link', media: 'image', url: 'https://example.com/a.png' }, 765],
    ['a linked sound', { type: 'link', media: 'audio', url: 'https://example.com/a.mp3' }, 600],
    ['a linked video', { type: 'link', media: 'video', url: 'https://example.com/a.mp4' }, 60 * 265],
  ] as const satisfies readonly (readonly [string, SentPart, number])[]) {
    it(`counts ${what} by the rules of the model`, () => {
      const estimate = estimateParts([part], target());
      assert.equal(estimate.tokens, tokens);
      assert.equal(estimate.rule, 'OpenAI tiles');
      assert.match(estimate.source, /^https:/);
      assert.equal('dollars' in estimate, false);
    });
  }

  it('adds up parts, and counts each picture otherwise for another model', () => {
    const parts: readonly SentPart[] = [
      { type: 'image', blob: square },
      { type: 'image', blob: square, label: 'Two' },
      { type: 'link', media: 'image', url: 'https://example.com/a.png' },
    ];
    const { bytes, tokens } = estimateParts(parts, target({ model: 'claude-opus-4-7' }));
    assert.equal(bytes, 2_000);
    assert.equal(tokens, 3 * 37 * 37 + 1);
  });

  it('has the price of sound for sound and of a picture for pictures, but not that of a request', () => {
    const price: ModelPrice = { input: 2, output: 99, audioInput: 40, image: 0.25, request: 7 };
    const parts: readonly SentPart[] = [
      { type: 'audio', blob, seconds: 100 },
      { type: 'image', blob: square },
    ];
    const { dollars = 0 } = estimateParts(parts, target({ capabilities: { price } }));
    assert(Math.abs(dollars - (0.25 + (1_000 * 40 + 765 * 2) / 1e6)) < 1e-9, String(dollars));
  });

  it('is nothing for the built-in reader', () => {
    const estimate = estimateParts([{ type: 'image', blob: square }], target({ offline: true }));
    assert.deepEqual([estimate.tokens, estimate.bytes, estimate.rule], [0, 1_000, 'Built-in reader']);
  });
});

function target(change: Partial<ModelTarget> = {}): ModelTarget {
  return { endpoint: 'OpenAI', model: 'gpt-4o', offline: false, capabilities: {}, ...change };
}
