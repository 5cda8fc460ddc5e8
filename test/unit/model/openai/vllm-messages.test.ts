import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ModelMessage, MediaPart } from '../../../../src/model/messages';
import { listModels } from '../../../../src/model/openai/openai-model';
import { failureOf, Setting } from './setting';

/** Questions as vLLM's example client asks them (examples/online_serving/openai_chat_completion_client_for_multimodal.py). */
const parameters = { max_completion_tokens: 64 };
const harbor = readFileSync('demo/pictures/harbor.jpg');
const [clip, wave, mp3, flac, page] = ['clip.mp4', 'tone.wav', 'tone.mp3', 'tone.flac', 'page.pdf'].map((name) =>
  readFileSync(`test/fixtures/media/${name}`),
) as [Buffer, Buffer, Buffer, Buffer, Buffer];

interface Row {
  readonly name: string;
  readonly prompt: string;
  readonly attachments: readonly MediaPart[];
  /** What follows the prompt in `content`. */
  readonly parts: readonly object[];
}

const rows: readonly Row[] = [
  {
    name: 'an image by its URL',
    prompt: "What's in this image?",
    attachments: [{ type: 'image', image: { url: 'https://example.com/boardwalk.jpg' } }],
    parts: [{ type: 'image_url', image_url: { url: 'https://example.com/boardwalk.jpg' } }],
  },
  {
    name: 'an image as base64',
    prompt: "What's in this image?",
    attachments: [{ type: 'image', image: { mediaType: 'image/jpeg', bytes: harbor } }],
    parts: [{ type: 'image_url', image_url: { url: `data:image/jpeg;base64,${harbor.toString('base64')}` } }],
  },
  {
    name: 'several images',
    prompt: 'What are the animals in these images?',
    attachments: [
      { type: 'image', image: { url: 'https://example.com/duck_%28samiec%29.jpg' } },
      { type: 'image', image: { mediaType: 'image/jpeg', bytes: harbor }, detail: 'low' },
      { type: 'image', image: { url: 'https://example.com/lion.jpg' } },
    ],
    parts: [
      { type: 'image_url', image_url: { url: 'https://example.com/duck_%28samiec%29.jpg' } },
      {
        type: 'image_url',
        image_url: { url: `data:image/jpeg;base64,${harbor.toString('base64')}`, detail: 'low' },
      },
      { type: 'image_url', image_url: { url: 'https://example.com/lion.jpg' } },
    ],
  },
  {
    name: 'a video by its URL',
    prompt: "What's in this video?",
    attachments: [{ type: 'video', video: { url: 'https://example.com/fun.mp4' } }],
    parts: [{ type: 'video_url', video_url: { url: 'https://example.com/fun.mp4' } }],
  },
  {
    name: 'a video as base64',
    prompt: "What's in this video?",
    attachments: [{ type: 'video', video: { mediaType: 'video/mp4', bytes: clip }, name: 'clip.mp4' }],
    parts: [{ type: 'video_url', video_url: { url: `data:video/mp4;base64,${clip.toString('base64')}` } }],
  },
  {
    name: 'a sound as input_audio',
    prompt: "What's in this audio?",
    attachments: [{ type: 'audio', audio: { mediaType: 'audio/wav', bytes: wave } }],
    parts: [{ type: 'input_audio', input_audio: { data: wave.toString('base64'), format: 'wav' } }],
  },
  {
    name: 'a sound by its URL',
    prompt: "What's in this audio?",
    attachments: [{ type: 'audio', audio: { url: 'https://example.com/call.ogg' } }],
    parts: [{ type: 'audio_url', audio_url: { url: 'https://example.com/call.ogg' } }],
  },
  {
    name: 'a sound as base64 of a URL',
    prompt: "What's in this audio?",
    attachments: [{ type: 'audio', audio: { mediaType: 'audio/flac', bytes: flac } }],
    parts: [{ type: 'audio_url', audio_url: { url: `data:audio/flac;base64,${flac.toString('base64')}` } }],
  },
  {
    name: 'several clips, each in its way',
    prompt: 'Which two are the same?',
    attachments: [
      { type: 'audio', audio: { mediaType: 'audio/mpeg', bytes: mp3 } },
      { type: 'audio', audio: { mediaType: 'audio/x-wav', bytes: wave }, sentAs: 'audio_url' },
      { type: 'audio', audio: { mediaType: 'audio/x-flac', bytes: flac }, sentAs: 'input_audio' },
      { type: 'video', video: { mediaType: 'video/mp4', bytes: clip } },
    ],
    parts: [
      { type: 'input_audio', input_audio: { data: mp3.toString('base64'), format: 'mp3' } },
      { type: 'audio_url', audio_url: { url: `data:audio/x-wav;base64,${wave.toString('base64')}` } },
      { type: 'input_audio', input_audio: { data: flac.toString('base64'), format: 'flac' } },
      { type: 'video_url', video_url: { url: `data:video/mp4;base64,${clip.toString('base64')}` } },
    ],
  },
  {
    name: 'a document (OpenAI)',
    prompt: 'Sum this up.',
    attachments: [{ type: 'file', file: { mediaType: 'application/pdf', bytes: page }, name: 'page.pdf' }],
    parts: [
      {
        type: 'file',
        file: { filename: 'page.pdf', file_data: `data:application/pdf;base64,${page.toString('base64')}` },
      },
    ],
  },
];

describe("A question as vLLM's example client asks it", () => {
  it('goes to the first model that the server lists', async () => {
    await using setting = await Setting.create();
    setting.server.models = ['llava-hf/llava-1.5-7b-hf', 'other'];
    const endpoint = { name: 'vLLM', baseUrl: setting.server.baseUrl, model: '' };
    const [first] = await listModels({ endpoint, apiKey: () => Promise.resolve('EMPTY') });
    assert.equal(first?.id, 'llava-hf/llava-1.5-7b-hf');
  });

  it('is a plain string when it is text only', async () => {
    await using setting = await Setting.create();
    await setting.model.complete("What's the capital of France?", [], { parameters });
    assert.deepEqual(JSON.parse(setting.server.requests[0]?.text ?? ''), {
      model: 'test-vision',
      messages: [{ role: 'user', content: "What's the capital of France?" }],
      max_completion_tokens: 64,
    });
  });

  for (const { name, prompt, attachments, parts } of rows) {
    it(`holds ${name}`, async () => {
      await using setting = await Setting.create();
      await setting.model.complete(prompt, attachments, { parameters });
      assert.deepEqual(JSON.parse(setting.server.requests[0]?.text ?? ''), {
        model: 'test-vision',
        messages: [{ role: 'user', content: [{ type: 'text', text: prompt }, ...parts] }],
        max_completion_tokens: 64,
      });
    });
  }

  it('is not sent when a sound by its URL is to go as input_audio', async () => {
    await using setting = await Setting.create();
    const sound: MediaPart = { type: 'audio', audio: { url: 'https://example.com/a.wav' }, sentAs: 'input_audio' };
    const error = await failureOf(setting.model.streamComplete('Hi', [sound]));
    assert.equal(error.kind, 'invalidInput');
    assert.match(error.message, /input_audio/);
    assert.equal(setting.server.requests.length, 0);
  });
});

describe('A conversation with tools', () => {
  it('goes as calls of the assistant and what came back', async () => {
    await using setting = await Setting.create();
    const messages: ModelMessage[] = [
      { role: 'user', content: [{ type: 'text', text: 'Weather?' }] },
      {
        role: 'assistant',
        text: '',
        toolCalls: [
          { id: 'a', name: 'weather', argumentsText: '{"city":"Oslo"}' },
          { id: 'b', name: 'now', argumentsText: '' },
        ],
      },
      { role: 'tool', toolCallId: 'a', text: 'Rain' },
      { role: 'tool', toolCallId: 'b', text: '12:00' },
      { role: 'assistant', text: 'Looking.', toolCalls: [{ id: 'c', name: 'now', argumentsText: '{}' }] },
      { role: 'tool', toolCallId: 'c', text: '12:01' },
    ];
    await setting.model.chat(messages);
    assert.deepEqual(setting.server.requests[0]?.question.messages, [
      { role: 'user', content: 'Weather?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } },
          { id: 'b', type: 'function', function: { name: 'now', arguments: '{}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'a', content: 'Rain' },
      { role: 'tool', tool_call_id: 'b', content: '12:00' },
      {
        role: 'assistant',
        content: 'Looking.',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'now', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c', content: '12:01' },
    ]);
  });
});
