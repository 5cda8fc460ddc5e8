import type { RequestView } from '../../../src/shared/protocol';

/** A request about which everything is known that can be. */
export const sampleRequest: RequestView = {
  parameters: [
    { name: 'temperature', value: 0.4, source: 'chat' },
    { name: 'max_completion_tokens', value: 2048, source: 'endpoint' },
    { name: 'stop', value: ['END', '\n\n'], source: 'model' },
    { name: 'reasoning_effort', value: null, source: 'model' },
    { name: 'stream_options', value: { include_usage: true }, source: 'endpoint' },
  ],
  known: {
    capabilities: {
      input: { text: true, image: true, audio: false, pdf: true },
      tools: true,
      structuredOutput: true,
      contextTokens: 1_047_576,
      maxOutputTokens: 32_768,
      images: { count: 10, bytes: 20 * 1024 ** 2, formats: ['image/png', 'image/jpeg', 'image/webp'] },
      price: { input: 0.4, output: 1.6, cachedInput: 0.1 },
    },
    sources: {
      'input.image': 'server',
      'input.audio': 'learned',
      'input.pdf': 'table',
      'input.video': 'assumed',
      tools: 'table',
      structuredOutput: 'user',
      contextTokens: 'table',
      maxOutputTokens: 'table',
      price: 'table',
    },
  },
  tableDate: '2026-11-10',
  adjustments: [
    { type: 'omitted', parameter: 'seed' },
    { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' },
  ],
  instructions: { path: '.iris/instructions.md' },
};
