import assert from 'node:assert/strict';
import type { ImagePart } from '../../../../src/model/messages';
import type { FailureKind } from '../../../../src/shared/failure';
import { refuse } from '../../../servers/replies';
import { failureOf, Setting } from './setting';

interface Refusal {
  readonly by: string;
  readonly status: number;
  readonly body: unknown;
  readonly kind: FailureKind;
  /** What the person is told in the server's words; only checked when given. */
  readonly detail?: string;
  readonly withImage?: boolean;
}

const error = (message: string, more: object = {}): object => ({ error: { message, ...more } });

/** Bodies as servers write them, found in their sources, documentation and issue trackers. */
const refusals: readonly Refusal[] = [
  {
    by: 'OpenAI, wrong key',
    status: 401,
    body: error('Incorrect API key provided: sk-abc*****xyz.', { code: 'invalid_api_key' }),
    kind: 'unauthorized',
    detail: 'Incorrect API key provided: [redacted]',
  },
  {
    by: 'llama.cpp, wrong key',
    status: 401,
    body: error('Invalid API Key', { type: 'authentication_error', code: 401 }),
    kind: 'unauthorized',
  },
  {
    by: 'Gemini, wrong key',
    status: 400,
    body: [error('API key not valid. Please pass a valid API key.', { code: 400, status: 'INVALID_ARGUMENT' })],
    kind: 'unauthorized',
    detail: 'API key not valid. Please pass a valid API key.',
  },
  {
    by: 'xAI, wrong key',
    status: 400,
    body: { code: 'Client specified an invalid argument', error: 'Incorrect API key provided: xa***yz.' },
    kind: 'unauthorized',
  },
  {
    by: 'OpenAI, region',
    status: 403,
    body: error('Country, region, or territory not supported', { code: 'unsupported_country_region_territory' }),
    kind: 'forbidden',
  },
  {
    by: 'OpenRouter, no credits',
    status: 402,
    body: error('Insufficient credits', { code: 402 }),
    kind: 'forbidden',
    detail: 'Insufficient credits',
  },
  {
    by: 'OpenAI, unknown model',
    status: 404,
    body: error('The model `gpt-9` does not exist or you do not have access to it.', { code: 'model_not_found' }),
    kind: 'modelNotFound',
  },
  {
    by: 'Ollama, unknown model',
    status: 404,
    body: error('model "llava" not found, try pulling it first', { type: 'api_error' }),
    kind: 'modelNotFound',
  },
  {
    by: 'Azure, unknown deployment',
    status: 404,
    body: error('The API deployment for this resource does not exist.', { code: 'DeploymentNotFound' }),
    kind: 'modelNotFound',
  },
  {
    by: 'OpenRouter, unknown model',
    status: 400,
    body: error('gpt-9 is not a valid model ID. Unknown model', { code: 400 }),
    kind: 'modelNotFound',
  },
  {
    by: 'a server without this path',
    status: 404,
    body: { detail: 'Not Found' },
    kind: 'badRequest',
    detail: 'Not Found',
  },
  {
    by: 'nginx',
    status: 413,
    body: '<html><head><title>413 Request Entity Too Large</title></head><body>nginx</body></html>',
    kind: 'tooLarge',
    detail: '413 Request Entity Too Large',
  },
  {
    by: 'Anthropic, image size',
    status: 400,
    body: error('messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 6000000 bytes > 5242880 bytes', {
      type: 'invalid_request_error',
    }),
    kind: 'tooLarge',
    withImage: true,
  },
  {
    by: 'OpenAI, context',
    status: 400,
    body: error("This model's maximum context length is 128000 tokens.", { code: 'context_length_exceeded' }),
    kind: 'contextExceeded',
  },
  {
    by: 'llama.cpp, context',
    status: 400,
    body: error('request (12013 tokens) exceeds the available context size (8192 tokens), try increasing it', {
      type: 'exceed_context_size_error',
      n_ctx: 8192,
    }),
    kind: 'contextExceeded',
    withImage: true,
  },
  {
    by: 'vLLM, context',
    status: 400,
    body: {
      object: 'error',
      message: "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens",
      type: 'BadRequestError',
      code: 400,
    },
    kind: 'contextExceeded',
  },
  {
    by: 'Gemini, context',
    status: 400,
    body: [error('The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).')],
    kind: 'contextExceeded',
  },
  {
    by: 'Anthropic, context',
    status: 400,
    body: error('prompt is too long: 210000 tokens > 200000 maximum'),
    kind: 'contextExceeded',
  },
  {
    by: 'xAI, context',
    status: 400,
    body: { error: "This model's maximum prompt length is 131072 but the request contains 537812 tokens." },
    kind: 'contextExceeded',
  },
  {
    by: 'Mistral, context',
    status: 400,
    body: {
      object: 'error',
      message: 'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
    },
    kind: 'contextExceeded',
  },
  {
    by: 'LM Studio, context',
    status: 400,
    body: {
      error:
        'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens',
    },
    kind: 'contextExceeded',
  },
  {
    by: 'llama.cpp, no eyes',
    status: 500,
    body: error('image input is not supported - hint: if this is unexpected, you may need to provide the mmproj', {
      code: 500,
      type: 'server_error',
    }),
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'vLLM, no eyes',
    status: 400,
    body: {
      object: 'error',
      message: 'At most 0 image(s) may be provided in one prompt.',
      type: 'BadRequestError',
      code: 400,
    },
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'vLLM, text model',
    status: 400,
    body: { message: 'test is not a multimodal model' },
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'DeepSeek, no eyes',
    status: 400,
    body: error(
      'Failed to deserialize the JSON body into the target type: messages[0]: unknown variant `image_url`, expected `text` at line 1 column 100',
    ),
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'Groq, no eyes',
    status: 400,
    body: error(
      "'messages.0' : for 'role:user' the following must be satisfied[('messages.0.content' : value must be a string)]",
    ),
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'OpenRouter, no eyes',
    status: 404,
    body: error('No endpoints found that support image input', { code: 404 }),
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'OpenAI, no eyes',
    status: 400,
    body: error('Invalid content type. image_url is only supported by certain models.', {
      param: 'messages.[0].content.[1].type',
    }),
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'Gemini, no eyes',
    status: 400,
    body: [error('Image input modality is not enabled for models/text-only')],
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'LM Studio, no eyes',
    status: 400,
    body: { error: 'Model does not support images. Please use a model that does.' },
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'a Gemma behind a proxy, no eyes',
    status: 400,
    body: { detail: 'This model does not support image input.' },
    kind: 'imagesUnsupported',
    withImage: true,
  },
  {
    by: 'a server that says so to a question without images',
    status: 400,
    body: error('This model does not support image input.'),
    kind: 'badRequest',
  },
  {
    by: 'llama.cpp, broken image',
    status: 400,
    body: error('Failed to load image or audio file', { type: 'invalid_request_error' }),
    kind: 'mediaUnreadable',
    withImage: true,
  },
  {
    by: 'LM Studio, webp',
    status: 400,
    body: { error: "'url' field must be a base64 encoded image." },
    kind: 'mediaUnreadable',
    withImage: true,
  },
  {
    by: 'Ollama, broken image',
    status: 400,
    body: error('invalid image input'),
    kind: 'mediaUnreadable',
    withImage: true,
  },
  {
    by: 'OpenAI, format',
    status: 400,
    body: error('You uploaded an unsupported image. Please make sure your image is below 20 MB', {
      code: 'image_parse_error',
    }),
    kind: 'mediaUnreadable',
    withImage: true,
  },
  {
    by: 'Azure, content filter',
    status: 400,
    body: error("The response was filtered due to the prompt triggering Azure OpenAI's content management policy.", {
      code: 'content_filter',
      status: 400,
    }),
    kind: 'contentFiltered',
  },
  {
    by: 'OpenAI, quota',
    status: 429,
    body: error('You exceeded your current quota, please check your plan.', {
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    }),
    kind: 'rateLimited',
  },
  {
    by: 'Mistral, unknown field',
    status: 422,
    body: {
      detail: [{ type: 'extra_forbidden', loc: ['body', 'store'], msg: 'Extra inputs are not permitted', input: true }],
    },
    kind: 'badRequest',
    detail: 'body.store: Extra inputs are not permitted',
  },
  {
    by: 'Mistral, nested',
    status: 422,
    body: { object: 'error', message: { detail: [{ loc: ['body', 'n'], msg: 'Too small' }] } },
    kind: 'badRequest',
    detail: 'body.n: Too small',
  },
  { by: 'a server with a plain message', status: 400, body: { message: 'Nope.' }, kind: 'badRequest', detail: 'Nope.' },
  {
    by: 'OpenRouter, the provider behind it',
    status: 400,
    body: error('Provider returned error', { code: 400, metadata: { raw: '{"error":{"message":"bad temperature"}}' } }),
    kind: 'badRequest',
    detail: 'Provider returned error (bad temperature)',
  },
];

const picture: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(1) } };

describe('A refusal', () => {
  for (const { by, status, body, kind, detail, withImage } of refusals) {
    it(`by ${by} means ${kind}`, async () => {
      await using setting = await Setting.create();
      setting.server.reply(refuse(status, body));
      const failure = await failureOf(setting.model.streamComplete('Hi', withImage ? [picture] : []));
      assert.deepEqual([failure.kind, failure.status], [kind, status]);
      if (detail !== undefined) {
        assert.equal(failure.detail, detail);
      }
      assert.equal(setting.server.requests.length, 1);
    });
  }

  it('of a request without a key asks for one', async () => {
    await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(undefined) }));
    setting.server.key = 'needed-key';
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'keyMissing');
  });

  it('ends once the right key comes', async () => {
    let key = 'wrong-key';
    await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(key) }));
    setting.server.key = 'right-key';
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'unauthorized');
    key = 'right-key';
    assert.equal((await setting.model.complete('Hi')).text, 'All is well.');
  });

  it('keeps the identifier that the server gave the request', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(400, undefined, { 'x-request-id': 'req_42' }));
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).requestId, 'req_42');
  });

  it('of a question that is not streamed is told the same way', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(400, { message: 'Nope.' }));
    await assert.rejects(setting.model.complete('Hi'), { name: 'ModelError', kind: 'badRequest', detail: 'Nope.' });
  });

  it('with an endless body is read only so far', async () => {
    await using setting = await Setting.create();
    setting.server.reply((response) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (!response.destroyed && response.write('no '.repeat(10_000)));
        response.once('drain', more);
      };
      more();
    });
    const failure = await failureOf(setting.model.streamComplete('Hi'));
    assert.ok((failure.detail?.length ?? 0) <= 2_001);
    assert.equal(await setting.server.requests[0]?.ended, 'abandoned');
  });
});
