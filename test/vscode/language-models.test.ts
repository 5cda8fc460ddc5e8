import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type * as Api from '../../src/api/iris';
import { redSquare } from '../../src/features/model-test/test-picture';
import { irisApi, setEndpoints, until } from './support/iris';
import { providedModels, type ProvidedModels } from './support/language-models';

const place = 'VS Code (iris-test)';

describe('language models of VS Code', () => {
  let api: Api.IrisApi;
  let provided: ProvidedModels;
  let model: Api.MultimodalModel;

  before(async () => {
    api = await irisApi();
    provided = await providedModels();
    await setEndpoints(undefined);
    model = await until('the language models', async () => {
      const endpoints = await api.listEndpoints();
      return endpoints.some(({ name }) => name === place)
        ? await api.getModel({ endpoint: place, model: 'echo' })
        : undefined;
    });
  });
  beforeEach(() => {
    provided.requests.length = 0;
  });

  const ask = (text: string, options?: Api.ModelOptions) => model.complete(text, [], options);

  it('are listed with what VS Code knows of them', async () => {
    const listed = await api.listModels({ endpoint: place });
    assert.deepEqual(
      listed.map(({ endpoint, id, name }) => ({ endpoint, id, name })),
      [
        { endpoint: place, id: 'echo', name: 'Test echo' },
        { endpoint: place, id: 'plain', name: 'Test plain' },
      ],
    );
    const [echo, plain] = listed;
    assert.equal(echo?.capabilities.contextTokens, 1234);
    assert.equal(echo?.capabilities.input?.image, true);
    assert.equal(plain?.capabilities.input?.image, false);
    assert.equal(echo?.capabilities.tools, true);
    assert.equal(echo?.sources['contextTokens'], 'server');
    assert.deepEqual(
      (await api.listEndpoints()).find(({ name }) => name === place),
      { name: place, kind: 'languageModels', local: false },
    );
  });

  it('get the exact bytes of a picture, and answer', async () => {
    // VS Code shrinks pictures of which both sides are longer than 768 pixels.
    const bytes = redSquare();
    const result = await model.chat([
      { role: 'system', text: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'image', image: { mediaType: 'image/png', bytes } },
          { type: 'text', text: 'What is it?' },
        ],
      },
      { role: 'assistant', text: 'Let me look.', toolCalls: [{ id: 'a', name: 'look', argumentsText: '{"at":1}' }] },
      { role: 'tool', toolCallId: 'a', text: 'A chart.' },
      { role: 'user', content: [{ type: 'text', text: 'So?' }] },
    ]);
    assert.equal(result.text, 'You asked.');
    assert.equal(result.finishReason, 'stop');
    assert.deepEqual(result.usage, { inputTokens: 500, outputTokens: 10, isEstimated: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    assert.equal(provided.requests[0]?.model, 'echo');
    assert.deepEqual(provided.requests[0]?.messages, [
      { role: 'user', parts: [{ text: 'Be brief.' }] },
      { role: 'user', parts: [{ mimeType: 'image/png', size: bytes.byteLength, sha256 }, { text: 'What is it?' }] },
      {
        role: 'assistant',
        parts: [{ text: 'Let me look.' }, { toolCall: { callId: 'a', name: 'look', input: { at: 1 } } }],
      },
      { role: 'user', parts: [{ toolResult: 'a', content: [{ text: 'A chart.' }] }] },
      { role: 'user', parts: [{ text: 'So?' }] },
    ]);
  });

  it('stream text, thoughts and tool calls', async () => {
    const deltas = await read(model.streamComplete('think: It is late.'));
    const finish = deltas.at(-1);
    assert(deltas.some((delta) => delta.type === 'reasoning' && delta.text === 'It is late.'));
    assert(deltas.some((delta) => delta.type === 'text' && delta.text === 'Thought.'));
    assert.deepEqual(finish, { type: 'finish', reason: 'stop' });
    const { toolCalls, finishReason } = await ask('tool: here');
    assert.deepEqual(toolCalls, [{ id: 'call-1', name: 'look', argumentsText: '{"at":"here"}' }]);
    assert.equal(finishReason, 'toolCalls');
  });

  it('get parameters and tools; what they can not be told is said to be left out', async () => {
    const tool = {
      type: 'function',
      function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } },
    };
    const { adjustments } = await ask('Hi', {
      parameters: {
        temperature: 0.5,
        max_completion_tokens: 9,
        logprobs: true,
        tools: [tool],
        tool_choice: 'required',
        extra_body: { top_k: 3 },
      },
    });
    assert.deepEqual(adjustments, [{ type: 'omitted', parameter: 'logprobs' }]);
    const { modelOptions, tools, toolMode } = provided.requests[0]?.options ?? {};
    assert.deepEqual(modelOptions, { temperature: 0.5, max_tokens: 9, top_k: 3 });
    assert.deepEqual(tools, [{ name: 'look', description: 'Looks.', inputSchema: { type: 'object' } }]);
    assert.equal(toolMode, vscode.LanguageModelChatToolMode.Required);
    await assert.rejects(ask('Hi', { parameters: { temperature: 7 } }), { kind: 'invalidParameter' });
    await assert.rejects(ask('Hi', { parameters: { tools: [tool, { type: 'web_search' }] } }), { kind: 'unsupported' });
    assert.equal(provided.requests.length, 1);
  });

  it('are stopped by a signal', async () => {
    const before = provided.cancelled;
    const controller = new AbortController();
    await assert.rejects(async () => {
      for await (const delta of model.streamComplete('forever:', [], { signal: controller.signal })) {
        if (delta.type === 'text') {
          controller.abort(new Error('enough'));
        }
      }
    }, /enough/);
    await until('the provider to hear of it', () => (provided.cancelled > before ? true : undefined));
  });

  it('are stopped when their reader leaves', async () => {
    const before = provided.cancelled;
    for await (const delta of model.streamComplete('forever:')) {
      if (delta.type === 'text') {
        break;
      }
    }
    await until('the provider to hear of it', () => (provided.cancelled > before ? true : undefined));
  });

  for (const [question, kind] of [
    ['blocked: You have exceeded your quota.', 'rateLimited'],
    ['blocked: Stopped by the responsible AI content filter.', 'contentFiltered'],
    ['forbidden: Say yes first.', 'forbidden'],
    ['missing: It is gone.', 'modelNotFound'],
    ['fail: Your prompt is too long: it exceeds the context window.', 'contextExceeded'],
    ['fail: Invalid API key.', 'forbidden'],
    ['fail: Something broke.', 'serverError'],
    ['break: The line went dead.', 'serverError'],
  ] as const) {
    it(`fail as "${kind}" when the provider throws in "${question}"`, async () => {
      await assert.rejects(ask(question), (error: Api.ModelError) => {
        assert.equal(error.name, 'ModelError');
        assert.equal(error.kind, kind);
        assert.match(error.detail ?? '', new RegExp(question.slice(question.indexOf(':') + 2, -1)));
        return true;
      });
    });
  }

  for (const attachment of [
    { type: 'image', image: { url: 'https://example.com/a.png' } },
    { type: 'audio', audio: { mediaType: 'audio/wav', bytes: new Uint8Array(1) } },
    { type: 'video', video: { url: 'https://example.com/a.mp4' } },
    { type: 'file', file: { mediaType: 'application/pdf', bytes: new Uint8Array(1) }, name: 'a.pdf' },
  ] satisfies Api.MediaPart[]) {
    it(`are not asked with ${attachment.type === 'image' ? 'the address of an image' : attachment.type}`, async () => {
      await assert.rejects(model.complete('What is it?', [attachment]), { name: 'ModelError', kind: 'unsupported' });
      assert.equal(provided.requests.length, 0);
    });
  }

  it('make no embeddings', async () => {
    await assert.rejects(model.embed(['text']), { name: 'ModelError', kind: 'unsupported' });
  });

  it('are missed when they are gone', async () => {
    const gone = await api.getModel({ endpoint: place, model: 'plain' });
    provided.setModels(['echo']);
    try {
      await until('the model to go', async () =>
        (await api.listModels({ endpoint: place })).length === 1 ? true : undefined,
      );
      await assert.rejects(gone.complete('Still there?'), { kind: 'modelNotFound' });
      await assert.rejects(api.getModel({ endpoint: place, model: 'plain' }), { kind: 'modelNotFound' });
    } finally {
      provided.setModels(['echo', 'plain']);
    }
  });
});

async function read(stream: AsyncIterable<Api.ModelDelta>): Promise<Api.ModelDelta[]> {
  const deltas: Api.ModelDelta[] = [];
  for await (const delta of stream) {
    deltas.push(delta);
  }
  return deltas;
}
