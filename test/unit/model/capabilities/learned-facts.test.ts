import assert from 'node:assert/strict';
import { learnedFacts } from '../../../../src/model/capabilities/learned-facts';
import { ModelError } from '../../../../src/model/model-error';
import type { ModelCapabilities } from '../../../../src/shared/capabilities';
import type { FailureKind } from '../../../../src/shared/failure';

/** In the servers' own words. */
const refusals: readonly (readonly [FailureKind, string, ModelCapabilities | undefined])[] = [
  [
    'contextExceeded',
    'request (12013 tokens) exceeds the available context size (8192 tokens), try increasing it',
    { contextTokens: 8192 },
  ],
  [
    'contextExceeded',
    "This model's maximum context length is 128000 tokens. However, your messages resulted in 130,512 tokens.",
    { contextTokens: 128_000 },
  ],
  ['contextExceeded', 'prompt is too long: 213462 tokens > 200000 maximum', { contextTokens: 200_000 }],
  ['contextExceeded', 'Input is too long for requested model.', undefined],
  ['contextExceeded', 'The context window of 2 messages is full.', undefined],
  [
    'imagesUnsupported',
    'image input is not supported - hint: you may need to provide the mmproj',
    { input: { image: false } },
  ],
  ['imagesUnsupported', 'At most 0 image(s) may be provided in one prompt.', { input: { image: false } }],
  ['badRequest', 'At most 4 image(s) may be provided in one prompt.', { images: { count: 4 } }],
  ['badRequest', 'At most 0 audio(s) may be provided in one prompt.', { input: { audio: false } }],
  ['badRequest', 'At most 2 audio(s) may be provided in one prompt.', undefined],
  ['badRequest', 'Unknown part type: video_url', { input: { video: false } }],
  ['badRequest', 'unknown variant `input_audio`, expected `text` or `image_url`', { input: { audio: false } }],
  [
    'serverError',
    'audio input is not supported - hint: you may need to provide the mmproj',
    { input: { audio: false } },
  ],
  [
    'badRequest',
    "Invalid value: 'input_audio'. Supported values are: 'text' and 'image_url'.",
    { input: { audio: false } },
  ],
  ['badRequest', 'Unsupported content part type "audio_url"', { input: { audio: false } }],
  ['badRequest', 'Unsupported format for input_audio: ogg', undefined],
  ['badRequest', "Invalid input_audio format 'ogg', must be wav or mp3", undefined],
  ['badRequest', "Unsupported value: 'input_audio.format' does not support 'ogg'.", undefined],
  ['badRequest', 'Invalid value for video_url: could not download', undefined],
  ['badRequest', 'invalid base64 in audio_url', undefined],
  ['badRequest', 'The format of this audio is not supported', undefined],
  ['contextExceeded', 'context length of your prompt is 9000 tokens, the model takes 4096', { contextTokens: 4096 }],
  ['contextExceeded', 'context length of your prompt is 9000 tokens', undefined],
  ['contextExceeded', 'Your prompt exceeds the context size: 12345 tokens given', undefined],
  ['contextExceeded', 'context window exceeded: your request has 9000 tokens', undefined],
  ['badRequest', "Unsupported parameter: 'temperature'", undefined],
  ['rateLimited', 'Rate limit reached for audio input: too many requests', undefined],
];

describe('A refusal', () => {
  for (const [kind, detail, facts] of refusals) {
    it(`${facts ? `teaches ${JSON.stringify(facts)}` : 'teaches nothing'}: ${detail}`, () => {
      assert.deepEqual(learnedFacts(new ModelError(kind, 'It failed.', { detail })), facts);
    });
  }

  it('without words of the server teaches only what its kind says', () => {
    assert.equal(learnedFacts(new ModelError('badRequest', 'It failed.')), undefined);
    assert.deepEqual(learnedFacts(new ModelError('imagesUnsupported', 'It failed.')), { input: { image: false } });
  });
});
