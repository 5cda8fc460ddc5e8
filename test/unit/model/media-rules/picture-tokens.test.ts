import assert from 'node:assert/strict';
import type { Size } from '../../../../src/model/media-rules/media-rules';
import type { ImageDetail } from '../../../../src/shared/parameters';
import { rulesOf } from './rules-of';

/** Of what a provider prints on its page (the `source` of the rules), or charges where it prints nothing. */
interface Example {
  readonly model: string;
  readonly size: readonly [width: number, height: number];
  readonly tokens: number;
  readonly detail?: ImageDetail;
  readonly fit?: readonly [width: number, height: number];
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  'OpenAI, tiles (developers.openai.com/api/docs/guides/images-vision)': [
    { model: 'gpt-4o', size: [1024, 1024], tokens: 765, fit: [768, 768] },
    { model: 'gpt-4o', size: [2048, 4096], tokens: 1_105, fit: [768, 1536] },
    { model: 'gpt-4o', size: [4096, 8192], detail: 'low', tokens: 85, fit: [256, 512] },
    { model: 'gpt-4.5-preview', size: [1024, 1024], tokens: 765 },
    { model: 'gpt-4o-mini', size: [1024, 1024], tokens: 2_833 + 4 * 5_667 },
    { model: 'gpt-4o-mini', size: [1024, 1024], detail: 'low', tokens: 2_833 },
    { model: 'o3', size: [1024, 1024], tokens: 75 + 4 * 150 },
    { model: 'o1-pro', size: [1024, 1024], tokens: 75 + 4 * 150 },
    { model: 'gpt-5', size: [1024, 1024], tokens: 70 + 4 * 140 },
    { model: 'gpt-5.1', size: [1024, 1024], tokens: 70 + 4 * 140 },
  ],
  'OpenAI, as charged (community.openai.com/t/1281361)': [
    { model: 'gpt-4.1-mini', size: [4000, 1474], tokens: Math.ceil(1_536 * 1.62) },
    { model: 'gpt-4.1', size: [2049, 513], tokens: 1_453 - 8 },
    { model: 'gpt-4.1', size: [2050, 513], tokens: 773 - 8 },
  ],
  'OpenAI, patches (developers.openai.com/api/docs/guides/images-vision)': [
    { model: 'gpt-4.1-mini', size: [1024, 1024], tokens: Math.ceil(1_024 * 1.62), fit: [1024, 1024] },
    { model: 'gpt-4.1-mini', size: [1800, 2400], tokens: Math.ceil(1_452 * 1.62), fit: [1056, 1408] },
    { model: 'gpt-4.1-nano', size: [1800, 2400], tokens: Math.ceil(1_452 * 2.46) },
    { model: 'o4-mini', size: [1800, 2400], tokens: Math.ceil(1_452 * 1.72) },
    { model: 'gpt-5-mini', size: [1800, 2400], tokens: Math.ceil(1_452 * 1.2) },
    { model: 'gpt-5-nano', size: [1800, 2400], tokens: Math.ceil(1_452 * 1.5) },
    { model: 'gpt-5.2', size: [1800, 2400], tokens: Math.ceil(1_452 * 1.2) },
  ],
  'OpenAI, patches, as charged (huggingface.co/datasets/JOHNISKING/image-token-cost)': [
    { model: 'gpt-6-astra', size: [256, 256], tokens: 77 },
    { model: 'gpt-6-astra', size: [1920, 1080], tokens: 2_448 },
    { model: 'gpt-6-astra', size: [3840, 2160], tokens: 9_792, fit: [3840, 2160] },
    { model: 'gpt-6-astra', size: [4032, 3024], tokens: 14_364 },
    { model: 'gpt-5.5', size: [3840, 2160], tokens: 9_792 },
    { model: 'gpt-5.5', size: [4032, 3024], tokens: 11_868 },
    { model: 'gpt-5.5', size: [1920, 1080], detail: 'high', tokens: 2_448 },
  ],
  'Claude, high resolution (platform.claude.com/docs/en/build-with-claude/vision)': [
    { model: 'claude-opus-4-7', size: [1920, 1080], tokens: 2_691, fit: [1920, 1080] },
    { model: 'claude-opus-5-5', size: [3840, 2160], tokens: 4_784, fit: [2576, 1449] },
    { model: 'claude-sonnet-5', size: [3024, 1964], tokens: 4_760, fit: [2380, 1546] },
    { model: 'claude-fable-5', size: [4032, 3024], tokens: 4_740, fit: [2212, 1659] },
    { model: 'claude-opus-4-7', size: [1000, 1000], tokens: 1_296 },
  ],
  'Claude (platform.claude.com/docs/en/build-with-claude/vision)': [
    { model: 'claude-sonnet-4-6', size: [1920, 1080], tokens: 1_560, fit: [1456, 819] },
    { model: 'claude-haiku-4-5', size: [3840, 2160], tokens: 1_560, fit: [1456, 819] },
    { model: 'claude-3-7-sonnet-20250219', size: [1075, 1520], tokens: 33 * 47, fit: [924, 1307] },
  ],
  'Gemini, tiles (ai.google.dev/gemini-api/docs/tokens)': [
    { model: 'gemini-2.0-flash', size: [384, 384], tokens: 258 },
    { model: 'gemini-2.5-pro', size: [385, 384], tokens: 258 },
    { model: 'gemini-2.5-flash', size: [600, 400], tokens: 258 },
    { model: 'gemini-2.5-flash', size: [1536, 769], tokens: 4 * 258 },
  ],
  'Gemini, media resolution (ai.google.dev/gemini-api/docs/media-resolution)': [
    { model: 'gemini-3-pro-preview', size: [4000, 3000], tokens: 1_120 },
    { model: 'gemini-3.8-flash', size: [100, 100], tokens: 1_120 },
    { model: 'gemini-4-argon', size: [4000, 3000], detail: 'low', tokens: 280 },
  ],
  'Qwen2-VL: 4 to 16,384 tokens (huggingface.co/Qwen/Qwen2-VL-7B-Instruct), and two marks': [
    { model: 'Qwen/Qwen2.5-VL-7B-Instruct', size: [28, 28], tokens: 4 + 2 },
    { model: 'qwen2-vl-72b', size: [1120, 560], tokens: 40 * 20 + 2 },
    { model: 'qwen2.5vl:7b', size: [3584, 3584], tokens: 16_384 + 2, fit: [3584, 3584] },
    { model: 'qwen2.5vl:7b', size: [7168, 7168], tokens: 16_384 + 2, fit: [3584, 3584] },
  ],
  'Qwen3-VL (huggingface.co/Qwen/Qwen3-VL-8B-Instruct/blob/main/preprocessor_config.json), and two marks': [
    { model: 'qwen3-vl:8b', size: [32, 32], tokens: 64 + 2 },
    { model: 'qwen/qwen3-vl-235b-a22b-instruct', size: [1280, 640], tokens: 40 * 20 + 2 },
    { model: 'Qwen/Qwen3.5-27B', size: [8192, 8192], tokens: 16_384 + 2, fit: [4096, 4096] },
  ],
  'Gemma (ai.google.dev/gemma/docs/capabilities/vision)': [
    { model: 'google/gemma-3-27b-it', size: [4000, 3000], tokens: 256, fit: [1195, 896] },
    { model: 'gemma3:4b', size: [20, 30], tokens: 256, fit: [20, 30] },
    { model: 'gemma-4-31b-it', size: [4000, 3000], tokens: 280 },
  ],
  'Pixtral: a token for 16 pixels square, 4,096 at most, and one for each row': [
    { model: 'pixtral-12b-2409', size: [1024, 1024], tokens: 4_096 + 64 },
    { model: 'mistralai/pixtral-12b', size: [2048, 1024], tokens: (64 + 1) * 32, fit: [1024, 512] },
  ],
  'Mistral Small 3.1: 3,025 tokens for a whole square, and one for each row': [
    { model: 'mistral-small-2506', size: [3000, 3000], tokens: 3_025 + 55, fit: [1540, 1540] },
  ],
  'Llama (huggingface.co/docs/transformers)': [
    { model: 'llama3.2-vision:11b', size: [560, 560], tokens: 1_601 },
    { model: 'meta-llama/llama-3.2-90b-vision-instruct', size: [5600, 5600], tokens: 4 * 1_601 },
    { model: 'meta-llama/llama-4-scout', size: [336, 336], tokens: 144 },
    { model: 'meta-llama/llama-4-scout', size: [1344, 1344], tokens: 17 * 144, fit: [1344, 1344] },
  ],
  'Grok: 256 to 1,792 tokens (docs.x.ai)': [
    { model: 'grok-4', size: [100, 100], tokens: 256 },
    { model: 'x-ai/grok-4.20', size: [5000, 3000], tokens: 1_792 },
    { model: 'grok-2-vision', size: [5000, 3000], detail: 'low', tokens: 256 },
  ],
};

describe('the tokens of a picture', () => {
  for (const [page, printed] of Object.entries(examples)) {
    describe(page, () => {
      for (const { model, size, tokens, detail, fit } of printed) {
        it(`${tokens} for ${model}, ${size.join(' × ')}${detail ? `, detail ${detail}` : ''}`, () => {
          const { image } = rulesOf(model);
          assert.equal(image.tokens(asSize(size), detail), tokens);
          if (fit) {
            assert.deepEqual(image.fit(asSize(size), detail), asSize(fit));
          }
        });
      }
    });
  }
});

function asSize([width, height]: readonly [number, number]): Size {
  return { width, height };
}
