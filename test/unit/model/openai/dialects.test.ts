import assert from 'node:assert/strict';
import type { ImagePart } from '../../../../src/model/messages';
import type { Endpoint } from '../../../../src/model/endpoint';
import { collectResult } from '../../../../src/model/collect';
import type { MultimodalModel } from '../../../../src/model/multimodal-model';
import { listModels } from '../../../../src/model/openai/list-models';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { OpenAiServer } from '../../../servers/openai-server';
import { refuse, type Reply } from '../../../servers/replies';
import { type Dialect, type DialectError, dialectFile, dialectNames } from './dialect';
import { sentinelKey } from './setting';

const emptyAnswer = {
  text: '',
  reasoning: '',
  refusal: '',
  toolCalls: [],
  logprobs: [],
  alternatives: [],
  citations: [],
  adjustments: [],
};

const pictures: Readonly<Record<NonNullable<DialectError['sends']>, ImagePart>> = {
  image: { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(1) } },
  imageUrl: { type: 'image', image: { url: 'https://example.com/cat.png' } },
};

describe('The dialect of', () => {
  for (const folder of dialectNames()) {
    const dialect = JSON.parse(dialectFile(folder, 'server')) as Dialect;
    const errors = JSON.parse(dialectFile(folder, 'errors')) as readonly DialectError[];

    describe(dialect.name, () => {
      let server: OpenAiServer;
      let model: MultimodalModel;

      beforeEach(async () => {
        server = await OpenAiServer.start();
        model = createOpenAiModel({
          endpoint: endpointOf(dialect, server),
          model: dialect.model,
          apiKey: () => Promise.resolve(sentinelKey),
        });
      });

      afterEach(() => server.close());

      it('lists its models', async () => {
        const [path = ''] = dialect.paths.models.split('?');
        server.routes.set(path, recorded(dialect, dialectFile(folder, 'models')));
        const listed = await listModels({
          endpoint: endpointOf(dialect, server),
          apiKey: () => Promise.resolve(sentinelKey),
        });
        assert.deepEqual(
          listed.map(({ id }) => id),
          dialect.listed,
        );
        assertAsked(server, dialect, dialect.paths.models);
      });

      it('answers in one piece', async () => {
        server.reply(recorded(dialect, dialectFile(folder, 'chat')));
        assert.deepEqual(await model.complete('What is this?', [pictures.image]), {
          ...emptyAnswer,
          ...dialect.answer,
        });
        assertAsked(server, dialect, dialect.paths.chat);
        assert.equal(server.requests[0]?.question.model, dialect.model);
      });

      it('answers in one piece where a stream was asked for', async () => {
        server.reply(recorded(dialect, dialectFile(folder, 'chat')));
        const result = await collectResult(model.streamComplete('What is this?'));
        assert.deepEqual(result, { ...emptyAnswer, ...dialect.answer });
      });

      for (const error of errors) {
        it(`says that ${error.when}: ${error.kind}`, async () => {
          const attachments = error.sends ? [pictures[error.sends]] : [];
          const reply = refuse(error.status, error.body, { ...dialect.headers, ...error.headers });
          server.reply(reply, reply);
          const told = error.told ?? (error.status >= 400 ? error.status : undefined);
          const expected = {
            name: 'ModelError',
            kind: error.kind,
            status: error.kind === 'notAStream' ? error.status : told,
            ...(error.detail !== undefined && { detail: error.detail }),
            ...(error.retryAfterMilliseconds !== undefined && {
              retryAfterMilliseconds: error.retryAfterMilliseconds,
            }),
          };
          await assert.rejects(model.complete('Hi', attachments), expected);
          await assert.rejects(collectResult(model.streamComplete('Hi', attachments)), expected);
          assert.equal(server.requests.length, 2);
        });
      }
    });
  }
});

/** Nothing is repeated: what a server says once is what is looked at. */
function endpointOf({ name, model, endpoint }: Dialect, { origin }: OpenAiServer): Endpoint {
  return { name, model, maxRetries: 0, ...endpoint, baseUrl: origin + endpoint.baseUrl };
}

function recorded({ headers }: Dialect, body: string): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** The first request is for this, and brings the key as this server wants it. */
function assertAsked({ requests }: OpenAiServer, { key }: Dialect, url: string): void {
  const [{ url: asked, headers } = { url: undefined, headers: undefined }] = requests;
  assert.equal(asked, url);
  assert.deepEqual(
    [headers?.authorization, headers?.['api-key']],
    key === 'authorization' ? [`Bearer ${sentinelKey}`, undefined] : [undefined, sentinelKey],
  );
}
