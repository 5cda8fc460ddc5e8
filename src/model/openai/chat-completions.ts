import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import type { Api } from './api';
import { ChunkReader } from './chunks/chunk-reader';
import { readAnswer } from './stream';
import { toWireMessages } from './wire';

/** OpenAI's older protocol, which every compatible server speaks: `POST /chat/completions`. */
export const chatCompletions: Api = {
  defaults: (streaming) => (streaming ? { stream_options: { include_usage: true } } : {}),
  wireNames: {},
  extras: () => [],
  isAnswer: ({ choices }) => Array.isArray(choices),
  body: ({ model, messages, parameters, streaming }) => ({
    model,
    messages: toWireMessages(messages),
    ...(streaming && { stream: true }),
    ...parameters,
  }),
  send: async ({ chat: { completions } }, body, options) => {
    // Servers take more than the client's types know: parts of vLLM, fields of `extra_body`.
    const params = body as unknown as ChatCompletionCreateParams;
    return params.stream === true
      ? await completions.create(params, options)
      : [(await completions.create(params, options)) as unknown].flat();
  },
  read: (chunks, exchange, { parameters: { n, audio }, responseFormat }) =>
    readAnswer(new ChunkReader({ audioFormat: audio?.format }), chunks, exchange, { answers: n, responseFormat }),
};
