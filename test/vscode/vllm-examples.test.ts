import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { IrisApi, MediaPart, MultimodalModel } from '../../src/api/iris';
import { OpenAiServer } from '../servers/openai-server';
import { sendJson } from '../servers/replies';
import { irisApi, irisExtension, setEndpoints } from './support/iris';

const pictureUrl = 'https://example.com/boardwalk.jpg';
const videoUrl = 'https://example.com/fun.mp4';
const soundUrl = 'https://example.com/winning-call.ogg';

/** What a person asks in each of vLLM's examples, and the content of the message that its server has to get. */
interface Example {
  readonly name: string;
  readonly prompt: string;
  readonly attachments: () => Promise<readonly MediaPart[]>;
  readonly content: () => Promise<unknown>;
}

/**
 * The questions of vLLM's multimodal client
 * (https://docs.vllm.ai/en/latest/examples/online_serving/openai_chat_completion_client_for_multimodal.html), asked
 * through Iris in VS Code: the server has to get the bodies that it gets from that client.
 */
describe('The examples of vLLM', () => {
  let api: IrisApi;
  let server: OpenAiServer;
  let model: MultimodalModel;

  before(async () => {
    api = await irisApi();
    server = await OpenAiServer.start();
    const card = { object: 'model', owned_by: 'vllm', max_model_len: 32_768 };
    const models = ['Qwen/Qwen2.5-Omni-7B', 'another-adapter'].map((id) => ({ ...card, id }));
    server.routes.set('/v1/models', sendJson({ object: 'list', data: models }));
    await setEndpoints([{ name: 'vLLM', baseUrl: server.baseUrl, model: 'not-served-here' }]);
    const [first] = await api.listModels({ endpoint: 'vLLM' });
    assert(first);
    model = await api.getModel({ endpoint: 'vLLM', model: first.id });
  });
  after(async () => {
    await setEndpoints(undefined);
    await server.close();
  });

  it('ask the first model that is found on the server, and know its context', () => {
    assert.equal(model.metadata.model, 'Qwen/Qwen2.5-Omni-7B');
    assert.equal(model.metadata.capabilities.contextTokens, 32_768);
  });

  const examples: readonly Example[] = [
    {
      name: 'text only',
      prompt: "What's the capital of France?",
      attachments: none,
      content: () => Promise.resolve("What's the capital of France?"),
    },
    {
      name: 'one picture by its URL',
      prompt: "What's in this image?",
      attachments: () => Promise.resolve([{ type: 'image', image: { url: pictureUrl } }]),
      content: () =>
        Promise.resolve([text("What's in this image?"), { type: 'image_url', image_url: { url: pictureUrl } }]),
    },
    {
      name: 'one picture as base64',
      prompt: "What's in this image?",
      attachments: async () => [{ type: 'image', image: await media('image/png', 'demo/pictures/chart.png') }],
      content: async () => [
        text("What's in this image?"),
        { type: 'image_url', image_url: { url: await dataUrl('image/png', 'demo/pictures/chart.png') } },
      ],
    },
    {
      name: 'several pictures',
      prompt: 'What are the animals in these images?',
      attachments: async () => [
        { type: 'image', image: { url: pictureUrl } },
        { type: 'image', image: await media('image/png', 'demo/pictures/error.png') },
      ],
      content: async () => [
        text('What are the animals in these images?'),
        { type: 'image_url', image_url: { url: pictureUrl } },
        { type: 'image_url', image_url: { url: await dataUrl('image/png', 'demo/pictures/error.png') } },
      ],
    },
    {
      name: 'a video by its URL',
      prompt: "What's in this video?",
      attachments: () => Promise.resolve([{ type: 'video', video: { url: videoUrl } }]),
      content: () =>
        Promise.resolve([text("What's in this video?"), { type: 'video_url', video_url: { url: videoUrl } }]),
    },
    {
      name: 'a video as base64',
      prompt: "What's in this video?",
      attachments: async () => [{ type: 'video', video: await media('video/mp4', 'test/fixtures/media/clip.mp4') }],
      content: async () => [
        text("What's in this video?"),
        { type: 'video_url', video_url: { url: await dataUrl('video/mp4', 'test/fixtures/media/clip.mp4') } },
      ],
    },
    {
      name: 'a sound as input_audio',
      prompt: "What's in this audio?",
      attachments: async () => [{ type: 'audio', audio: await media('audio/wav', 'test/fixtures/media/tone.wav') }],
      content: async () => [
        text("What's in this audio?"),
        { type: 'input_audio', input_audio: { data: await base64('test/fixtures/media/tone.wav'), format: 'wav' } },
      ],
    },
    {
      name: 'a sound by its URL',
      prompt: "What's in this audio?",
      attachments: () => Promise.resolve([{ type: 'audio', audio: { url: soundUrl } }]),
      content: () =>
        Promise.resolve([text("What's in this audio?"), { type: 'audio_url', audio_url: { url: soundUrl } }]),
    },
    {
      name: 'a sound as base64 in audio_url',
      prompt: "What's in this audio?",
      attachments: async () => [
        { type: 'audio', audio: await media('audio/wav', 'test/fixtures/media/tone.wav'), sentAs: 'audio_url' },
      ],
      content: async () => [
        text("What's in this audio?"),
        { type: 'audio_url', audio_url: { url: await dataUrl('audio/wav', 'test/fixtures/media/tone.wav') } },
      ],
    },
    {
      name: 'several clips',
      prompt: 'Are these two audios the same?',
      attachments: async () => [
        { type: 'audio', audio: { url: soundUrl } },
        { type: 'audio', audio: await media('audio/flac', 'test/fixtures/media/tone.flac') },
        { type: 'audio', audio: await media('audio/mpeg', 'test/fixtures/media/tone.mp3') },
      ],
      content: async () => [
        text('Are these two audios the same?'),
        { type: 'audio_url', audio_url: { url: soundUrl } },
        { type: 'audio_url', audio_url: { url: await dataUrl('audio/flac', 'test/fixtures/media/tone.flac') } },
        { type: 'input_audio', input_audio: { data: await base64('test/fixtures/media/tone.mp3'), format: 'mp3' } },
      ],
    },
  ];

  for (const { name, prompt, attachments, content } of examples) {
    it(`send ${name} as that client does`, async () => {
      const result = await model.complete(prompt, await attachments(), { parameters: { max_completion_tokens: 64 } });
      assert.equal(result.text, 'All is well.');
      assert.deepEqual(JSON.parse(server.questions.at(-1)?.text ?? ''), {
        model: 'Qwen/Qwen2.5-Omni-7B',
        messages: [{ role: 'user', content: await content() }],
        max_completion_tokens: 64,
      });
    });
  }
});

function none(): Promise<readonly MediaPart[]> {
  return Promise.resolve([]);
}

function text(words: string): object {
  return { type: 'text', text: words };
}

async function media(mediaType: string, file: string): Promise<{ mediaType: string; bytes: Uint8Array }> {
  return { mediaType, bytes: await bytesOf(file) };
}

async function dataUrl(mediaType: string, file: string): Promise<string> {
  return `data:${mediaType};base64,${await base64(file)}`;
}

async function base64(file: string): Promise<string> {
  return Buffer.from(await bytesOf(file)).toString('base64');
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return await vscode.workspace.fs.readFile(vscode.Uri.file(path.join(irisExtension().extensionPath, file)));
}
