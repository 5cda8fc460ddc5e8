import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { checkedModel } from '../../../../src/model/check-input/checked-model';
import type { ModelDelta } from '../../../../src/model/deltas';
import type { ModelMessage } from '../../../../src/model/messages';
import type { MultimodalModel, PromptAttachment } from '../../../../src/model/multimodal-model';
import { read, Setting } from '../openai/setting';

const bytes = new Uint8Array([1, 2, 3]);
const image = { mediaType: 'image/png', bytes };
const user = (...content: unknown[]) => ({ role: 'user', content });

/** What a caller without types may hand over, with the sentence that it gets. */
const wrongPrompts: readonly (readonly [what: string, prompt: unknown, attachments: unknown, problem: string])[] = [
  ['no prompt', undefined, undefined, 'The prompt must be a string, but is undefined.'],
  ['a prompt that is an object', { text: 'Hi' }, undefined, 'The prompt must be a string, but is an object.'],
  ['an empty prompt alone', '', undefined, 'The prompt is empty and there are no attachments.'],
  ['a blank prompt with no attachments', ' \n', [], 'The prompt is empty and there are no attachments.'],
  ['attachments that are no array', 'Hi', image, 'attachments must be an array, but is an object.'],
  ['an attachment that is nothing', 'Hi', [null], 'attachments[0] must be an object, but is null.'],
  [
    'bytes as an attachment',
    'Hi',
    [bytes],
    'attachments[0].type must be one of image, audio, video, file, but is undefined.',
  ],
  [
    'an attachment of an unknown type',
    'Hi',
    [{ type: 'hologram' }],
    'attachments[0].type must be one of image, audio, video, file, but is "hologram".',
  ],
  [
    'an image without its image',
    'Hi',
    [{ type: 'image' }],
    'attachments[0].image must be an object, but is undefined.',
  ],
  [
    'an image that is a string',
    'Hi',
    [{ type: 'image', image: 'data:image/png;base64,AAAA' }],
    'attachments[0].image must be an object, but is a string.',
  ],
  [
    'bytes as base64',
    'Hi',
    [{ type: 'image', image: { mediaType: 'image/png', bytes: 'AAAA' } }],
    'attachments[0].image.bytes must be a Uint8Array, but is a string.',
  ],
  [
    'bytes as an ArrayBuffer',
    'Hi',
    [{ type: 'image', image: { mediaType: 'image/png', bytes: bytes.buffer } }],
    'attachments[0].image.bytes must be a Uint8Array, but is of type ArrayBuffer.',
  ],
  [
    'bytes as 16-bit numbers',
    'Hi',
    [{ type: 'image', image: { mediaType: 'image/png', bytes: new Uint16Array(2) } }],
    'attachments[0].image.bytes must be a Uint8Array, but is of type Uint16Array.',
  ],
  [
    'a buffer that went through JSON',
    'Hi',
    [
      {
        type: 'image',
        image: { mediaType: 'image/png', bytes: JSON.parse(JSON.stringify(Buffer.from(bytes))) as unknown },
      },
    ],
    'attachments[0].image.bytes must be a Uint8Array, but is an object.',
  ],
  [
    'no bytes in the array',
    'Hi',
    [{ type: 'audio', audio: { mediaType: 'audio/wav', bytes: new Uint8Array() } }],
    'attachments[0].audio.bytes is empty.',
  ],
  [
    'a media type that is none',
    'Hi',
    [{ type: 'image', image: { mediaType: 'png', bytes } }],
    'attachments[0].image.mediaType must be a media type such as image/png.',
  ],
  [
    'a media type that would break out of a header',
    'Hi',
    [{ type: 'image', image: { mediaType: 'image/png,evil; a="\r\n', bytes } }],
    'attachments[0].image.mediaType must be a media type such as image/png.',
  ],
  [
    'a media type with a line end',
    'Hi',
    [{ type: 'image', image: { mediaType: 'image/png\n', bytes } }],
    'attachments[0].image.mediaType must be a media type such as image/png.',
  ],
  [
    'an address that is none',
    'Hi',
    [{ type: 'video', video: { url: 'clip.mp4' } }],
    'attachments[0].video.url must be an absolute URL.',
  ],
  [
    'a detail that is none',
    'Hi',
    [{ type: 'image', image, detail: 'best' }],
    'attachments[0].detail must be one of auto, low, high, original, but is "best".',
  ],
  [
    'a document without its name',
    'Hi',
    [
      { type: 'image', image },
      { type: 'file', file: { mediaType: 'application/pdf', bytes } },
    ],
    'attachments[1].name must be a string, but is undefined.',
  ],
];

const wrongMessages: readonly (readonly [what: string, messages: unknown, problem: string])[] = [
  ['no messages', undefined, 'messages must be an array, but is undefined.'],
  ['an empty list of messages', [], 'There are no messages.'],
  ['a message that is a string', ['Hi'], 'messages[0] must be an object, but is a string.'],
  [
    'an unknown role',
    [{ role: 'robot', text: 'Hi' }],
    'messages[0].role must be one of system, user, assistant, tool, but is "robot".',
  ],
  ['a system message without text', [{ role: 'system' }], 'messages[0].text must be a string, but is undefined.'],
  [
    'a user message with a string',
    [{ role: 'user', content: 'Hi' }],
    'messages[0].content must be an array, but is a string.',
  ],
  ['a user message with nothing in it', [user()], 'messages[0] has neither text nor media.'],
  ['a user message with blank text', [user({ type: 'text', text: ' ' })], 'messages[0] has neither text nor media.'],
  [
    'a part without its text',
    [user({ type: 'text' })],
    'messages[0].content[0].text must be a string, but is undefined.',
  ],
  [
    'a part of an unknown type',
    [user({ type: 'image_url' })],
    'messages[0].content[0].type must be one of text, image, audio, video, file, but is "image_url".',
  ],
  [
    'a tool result that names no call',
    [{ role: 'tool', toolCallId: '', text: '' }],
    'messages[0].toolCallId is empty.',
  ],
  [
    'a tool call without its name',
    [{ role: 'assistant', text: '', toolCalls: [{ id: 'a', argumentsText: '{}' }] }],
    'messages[0].toolCalls[0].name must be a string, but is undefined.',
  ],
];

const wrongOptions: readonly (readonly [what: string, options: unknown, problem: string])[] = [
  ['a number', 5, 'options must be an object, but is a number.'],
  ['an array', [], 'options must be an object, but is an array.'],
  ['a signal that is a number', { signal: 5 }, 'options.signal must be an AbortSignal.'],
  ['a signal that is an empty object', { signal: {} }, 'options.signal must be an AbortSignal.'],
  ['a signal that is null', { signal: null }, 'options.signal must be an AbortSignal.'],
  ['a controller as its signal', { signal: new AbortController() }, 'options.signal must be an AbortSignal.'],
];

const wrongChatOptions: typeof wrongOptions = [
  ...wrongOptions,
  ['parameters that are a string', { parameters: 'hot' }, 'options.parameters must be an object, but is a string.'],
  ['parameters that are null', { parameters: null }, 'options.parameters must be an object, but is null.'],
  ['a number as identifier', { conversationId: 7 }, 'options.conversationId must be a string, but is a number.'],
  ['an empty identifier', { conversationId: ' ' }, 'options.conversationId is empty.'],
  [
    'a long identifier',
    { conversationId: 'x'.repeat(201) },
    'options.conversationId must have at most 200 characters.',
  ],
];

/** As a caller without types sees the model. */
interface UntypedModel {
  complete(...values: unknown[]): Promise<unknown>;
  streamComplete(...values: unknown[]): AsyncIterable<ModelDelta>;
  chat(...values: unknown[]): Promise<unknown>;
  streamChat(...values: unknown[]): AsyncIterable<ModelDelta>;
  embed(...values: unknown[]): Promise<unknown>;
}

describe('a model that checks what it is given', () => {
  for (const [what, prompt, attachments, problem] of wrongPrompts) {
    it(`refuses ${what}, and nothing is sent`, async () => {
      await using setting = await Setting.create();
      const model = untyped(checkedModel(setting.model));
      const expected = { name: 'ModelError', kind: 'invalidInput', message: problem };
      await assert.rejects(model.complete(prompt, attachments), expected);
      const { error } = await read(model.streamComplete(prompt, attachments));
      assert.throws(() => {
        throw error;
      }, expected);
      assert.equal(setting.server.requests.length, 0);
    });
  }

  for (const [what, messages, problem] of wrongMessages) {
    it(`refuses ${what}, and nothing is sent`, async () => {
      await using setting = await Setting.create();
      const model = untyped(checkedModel(setting.model));
      const expected = { name: 'ModelError', kind: 'invalidInput', message: problem };
      await assert.rejects(model.chat(messages), expected);
      const { error } = await read(model.streamChat(messages));
      assert.throws(() => {
        throw error;
      }, expected);
      assert.equal(setting.server.requests.length, 0);
    });
  }

  for (const [what, options, problem] of wrongChatOptions) {
    it(`refuses options that are or have ${what}, and nothing is sent`, async () => {
      await using setting = await Setting.create();
      const model = untyped(checkedModel(setting.model));
      const expected = { name: 'ModelError', kind: 'invalidInput', message: problem };
      const messages = [user({ type: 'text', text: 'Hi' })];
      await assert.rejects(model.complete('Hi', [], options), expected);
      await assert.rejects(model.chat(messages, options), expected);
      for (const stream of [model.streamComplete('Hi', [], options), model.streamChat(messages, options)]) {
        const { error } = await read(stream);
        assert.throws(() => {
          throw error;
        }, expected);
      }
      assert.equal(setting.server.requests.length, 0);
    });
  }

  for (const [what, options, problem] of wrongOptions) {
    it(`refuses to embed with options that are or have ${what}`, async () => {
      await using setting = await Setting.create();
      const model = untyped(checkedModel(setting.model));
      await assert.rejects(model.embed(['x'], options), { name: 'ModelError', kind: 'invalidInput', message: problem });
      assert.equal(setting.server.requests.length, 0);
    });
  }

  it('takes null for no options', async () => {
    const { model, asked } = recorder();
    const checked = untyped(checkedModel(model));
    await checked.complete('Hi', null, null);
    await checked.embed(['a'], null);
    assert.deepEqual(asked, [
      ['complete', 'Hi', [], undefined],
      ['embed', ['a'], undefined],
    ]);
  });

  it('follows a signal that is no instance of AbortSignal', async () => {
    await using setting = await Setting.create();
    setting.server.reply(() => undefined);
    const events = new EventTarget();
    const signal = {
      aborted: false,
      reason: undefined as unknown,
      throwIfAborted: () => undefined,
      addEventListener: events.addEventListener.bind(events),
    };
    const asked = untyped(checkedModel(setting.model)).complete('Hi', [], { signal });
    signal.reason = new Error('enough');
    events.dispatchEvent(new Event('abort'));
    await assert.rejects(asked, /enough/);
    await assert.rejects(
      untyped(checkedModel(setting.model)).complete('Hi', [], { signal: { ...signal, aborted: true } }),
      /enough/,
    );
  });

  for (const [what, inputs, options, problem] of [
    ['inputs that are no array', 'text', undefined, 'inputs must be an array, but is a string.'],
    ['an empty input', ['text', ''], undefined, 'inputs[1] is empty.'],
    ['an input that is a number', [7], undefined, 'inputs[0] must be a string, but is a number.'],
    ['no dimensions', ['text'], { dimensions: 0 }, 'options.dimensions must be a whole number above 0.'],
    ['too large batches', ['text'], { batchSize: 2049 }, 'options.batchSize must be a whole number from 1 to 2048.'],
  ] as const) {
    it(`refuses to embed ${what}`, async () => {
      await using setting = await Setting.create();
      const model = untyped(checkedModel(setting.model));
      await assert.rejects(model.embed(inputs, options), {
        name: 'ModelError',
        kind: 'invalidInput',
        message: problem,
      });
      assert.equal(setting.server.requests.length, 0);
    });
  }

  for (const [what, given] of [
    ['a Uint8Array', bytes],
    ['a Buffer', Buffer.from(bytes)],
    ['what structured clone makes of a Buffer', structuredClone(Buffer.from(bytes))],
    ['a part of a larger buffer', new Uint8Array([0, 1, 2, 3, 4]).subarray(1, 4)],
    ['a Uint8Array of another realm', runInNewContext('new Uint8Array([1, 2, 3])') as Uint8Array],
  ] as const) {
    it(`takes ${what} as bytes`, async () => {
      await using setting = await Setting.create();
      await checkedModel(setting.model).complete('What is it?', [
        { type: 'image', image: { mediaType: 'image/png', bytes: given }, name: 'a.png' },
      ]);
      assert.deepEqual(setting.server.questions[0]?.images, [{ mediaType: 'image/png', bytes: Buffer.from(bytes) }]);
    });
  }

  it('hands every part on as it is', async () => {
    const { model, asked } = recorder();
    const attachments: readonly PromptAttachment[] = [
      { type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'low', name: 'a.png' },
      { type: 'audio', audio: { mediaType: 'audio/wav', bytes }, sentAs: 'audio_url' },
      { type: 'video', video: { mediaType: 'video/mp4', bytes }, name: 'clip.mp4' },
      { type: 'file', file: { mediaType: 'application/pdf', bytes }, name: 'a.pdf' },
    ];
    const messages: readonly ModelMessage[] = [
      { role: 'system', text: 'Be brief.' },
      { role: 'user', content: [{ type: 'text', text: 'Look.' }, ...attachments] },
      { role: 'assistant', text: '', toolCalls: [{ id: 'a', name: 'look', argumentsText: '{}' }] },
      { role: 'tool', toolCallId: 'a', text: 'nothing' },
    ];
    const options = { conversationId: 'c' };
    const checked = checkedModel(model);
    await checked.complete('', attachments, options);
    await checked.chat(messages, options);
    await read(checked.streamComplete('Look.', attachments));
    await read(checked.streamChat(messages));
    await checked.embed(['a'], { dimensions: 3 });
    assert.deepEqual(asked, [
      ['complete', '', attachments, options],
      ['chat', messages, options],
      ['streamComplete', 'Look.', attachments, undefined],
      ['streamChat', messages, undefined],
      ['embed', ['a'], { dimensions: 3 }],
    ]);
    assert.equal(checked.metadata, model.metadata);
  });
});

function untyped(model: MultimodalModel): UntypedModel {
  return model;
}

/** A model that writes down what it is asked. */
function recorder() {
  const asked: unknown[] = [];
  const note =
    (name: string) =>
    (...values: unknown[]) => {
      asked.push([name, ...values]);
      return name.startsWith('stream') ? (async function* () {})() : Promise.resolve({});
    };
  const model = {
    metadata: { endpoint: 'E', model: 'm', offline: false, capabilities: {} },
    ...Object.fromEntries(
      ['complete', 'chat', 'streamComplete', 'streamChat', 'embed'].map((name) => [name, note(name)]),
    ),
  } as unknown as MultimodalModel;
  return { model, asked };
}
