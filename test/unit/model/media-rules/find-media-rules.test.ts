import assert from 'node:assert/strict';
import type { MediaRules, Size } from '../../../../src/model/media-rules/media-rules';
import { randomNumbers } from '../../random-numbers';
import { rulesOf } from './rules-of';

const models = [
  'gpt-4o',
  'gpt-4o-mini',
  'gpt-4.1-nano',
  'gpt-5.4',
  'gpt-6-astra',
  'claude-sonnet-4-6',
  'claude-opus-5-5',
  'gemini-2.5-pro',
  'gemini-3-pro',
  'qwen2.5vl:7b',
  'qwen3-vl:8b',
  'gemma3:27b',
  'pixtral-12b',
  'mistral-medium-3.5',
  'llama3.2-vision',
  'llama-4-maverick',
  'grok-4',
  'my-deployment',
];

describe('the rules of a model', () => {
  const families: readonly (readonly [family: string, ...names: string[]])[] = [
    ['OpenAI tiles', 'gpt-4o-2024-11-20', 'openai/gpt-4o:free', 'chatgpt-4o-latest', 'o3-pro', 'gpt-5', 'gpt-5.1-chat'],
    ['OpenAI patches', 'openai/gpt-5-mini', 'gpt-5.1-codex-max', 'gpt-5.4-nano', 'gpt-5.6-luna', 'o4-mini-2025-04-16'],
    ['Claude', 'anthropic/claude-sonnet-4.5', 'claude-opus-4-20250514', 'claude-3-haiku-20240307', 'claude-latest'],
    ['Claude, high resolution', 'anthropic/claude-opus-4.7', 'us.anthropic.claude-sonnet-5-v1:0', 'claude-opus-5-5'],
    ['Gemini tiles', 'models/gemini-2.5-flash', 'google/gemini-2.0-flash-001'],
    ['Gemini media resolution', 'google/gemini-3.8-flash', 'gemini-flash-latest'],
    ['Qwen2-VL', 'accounts/fireworks/models/qwen2p5-vl-32b-instruct', 'lmstudio-community/Qwen2.5-VL-7B-Instruct-GGUF'],
    ['Qwen3-VL', 'qwen-vl-max', 'qwen3.5:35b'],
    ['Gemma 3', 'gemma-3n-e4b-it', 'gemma3'],
    ['Mistral 3', 'magistral-medium-latest', 'mistralai/mistral-large-2512'],
    ['GPT-4o (unknown model)', 'gpt-oss:120b', 'my-deployment', 'moonshotai/kimi-k2'],
  ];
  for (const [family, ...names] of families) {
    it(`are those of ${family} for ${names.join(', ')}`, () => {
      for (const name of names) {
        assert.equal(rulesOf(name).family, family, name);
      }
    });
  }

  it('count nothing for the built-in reader', () => {
    const { image, pageTokens, audioTokensPerSecond } = rulesOf('offline-reader', { offline: true });
    assert.deepEqual([image.tokens({ width: 999, height: 999 }), pageTokens, audioTokensPerSecond], [0, 0, 0]);
  });

  it('let Claude take more pictures where its context is long', () => {
    assert.equal(rulesOf('claude-opus-4.5').request.imageCount, 100);
    assert.equal(rulesOf('claude-opus-5', { capabilities: { contextTokens: 1_000_000 } }).request.imageCount, 600);
  });

  it('name the page that they come from', () => {
    for (const model of models) {
      assert.match(rulesOf(model).source, /^https:\/\/\S+$/);
    }
  });
});

describe('what a model looks at', () => {
  it('is never larger than the picture, keeps its shape, and is what is counted', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 2_000; round++) {
      const size = { width: Math.ceil(random() ** 3 * 9_000), height: Math.ceil(random() ** 3 * 9_000) };
      for (const model of models) {
        checkFit(rulesOf(model), size, `${model} ${size.width} × ${size.height}`);
      }
    }
  });
});

function checkFit({ image }: MediaRules, size: Size, what: string): void {
  const fit = image.fit(size);
  assert(fit.width >= 1 && fit.width <= size.width && fit.height >= 1 && fit.height <= size.height, what);
  assert(Number.isInteger(fit.width) && Number.isInteger(fit.height), what);
  // A pixel more or less is rounding; Qwen rounds to its squares.
  const slack = 34;
  assert(
    Math.abs(fit.width * size.height - fit.height * size.width) <= slack * Math.max(size.width, size.height),
    what,
  );
  assert(image.tokens(fit) <= image.tokens(size), what);
  assert(image.tokens(size) >= 1, what);
}
