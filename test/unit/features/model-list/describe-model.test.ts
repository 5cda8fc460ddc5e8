import assert from 'node:assert/strict';
import { describeModel } from '../../../../src/features/model-list/describe-model';
import { formatPrice } from '../../../../src/features/model-list/format-price';
import { formatTokens } from '../../../../src/features/model-list/format-tokens';
import { modelItems } from '../../../../src/features/model-list/model-items';

describe('A model in the picker', () => {
  it('is described in icons, and by the same in words', () => {
    assert.deepEqual(
      describeModel({
        input: { text: true, image: true, audio: true, video: false, pdf: true },
        tools: true,
        reasoning: true,
        structuredOutput: true,
        contextTokens: 128_000,
        price: { input: 2.5, output: 10 },
      }),
      {
        icons: '$(eye) $(unmute) $(file-pdf) $(tools) $(lightbulb) $(json)',
        words: 'images, sound, PDF, tools, reasoning, JSON · 128K context · $2.50 in · $10 out per 1M',
      },
    );
  });

  it('is described by nothing where nothing is known of it', () => {
    assert.deepEqual(describeModel({}), { icons: '', words: '' });
  });

  it('is said to take text only where that is known', () => {
    assert.equal(describeModel({ input: { text: true, image: false } }).words, 'text only');
    assert.equal(describeModel({ input: { image: false, audio: true } }).words, 'sound');
  });

  it('shows its identifier, name, place and whether it answers now', () => {
    const entry = {
      key: 'k',
      id: 'acme/omni',
      name: 'Omni',
      place: 'OpenRouter',
      capabilities: { input: { image: true }, contextTokens: 8192 },
      value: 0,
    };
    const [item] = modelItems([{ type: 'model', entry, isCurrent: true, isPinned: false }]);
    assert.equal(item?.label, 'acme/omni');
    assert.equal(item.description, '$(eye)  Omni  current');
    assert.equal(item.detail, 'images · 8K context · OpenRouter');
  });
});

describe('Numbers in the picker', () => {
  it('are short for tokens, whichever thousand the server counts in', () => {
    const numbers = [500, 1000, 1536, 4096, 8192, 32_768, 128_000, 131_072, 200_000, 1_000_000, 1_047_576, 1_048_576];
    assert.deepEqual(numbers.map(formatTokens), [
      '500',
      '1K',
      '1.5K',
      '4K',
      '8K',
      '32K',
      '128K',
      '128K',
      '200K',
      '1M',
      '1M',
      '1M',
    ]);
  });

  it('tell prices as exactly as they matter', () => {
    assert.equal(formatPrice({ input: 0.075, output: 0.3 }), '$0.075 in · $0.30 out per 1M');
    assert.equal(formatPrice({ input: 15, output: 75, request: 0.005 }), '$15 in · $75 out per 1M · $0.005 a request');
    assert.equal(formatPrice({ input: 0, output: 0 }), 'free');
    assert.equal(formatPrice({ input: 0, output: 0, image: 0.04 }), '$0 in · $0 out per 1M · $0.04 an image');
  });
});
