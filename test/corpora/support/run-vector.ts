import { Readable } from 'node:stream';
import { _iterSSEMessages } from 'openai/core/streaming';
import { ModelError } from '../../../src/model/model-error';
import { EventStreamParser } from '../../../src/model/openai/event-stream';
import { Exchange } from '../../../src/model/openai/exchange';
import { defaultLimits } from '../../../src/model/openai/limits';
import { createOpenAiModel } from '../../../src/model/openai/openai-model';
import type { OpenAiServer } from '../../servers/openai-server';
import { sendBytes } from '../../servers/replies';
import type { ExpectedAnswer } from './expected-answer';
import type { ExpectedEvent, SseVector } from './sse-vector';

const noKey = (): Promise<undefined> => Promise.resolve(undefined);

/** What our parser makes of a vector's bytes, in portions of the vector's or of one byte each. */
export function parseVector({ chunks }: SseVector, portions: 'given' | 'bytes'): ExpectedEvent[] {
  const parser = new EventStreamParser();
  const cut = portions === 'given' ? chunks : Array.from(Buffer.concat(chunks), (byte) => Uint8Array.of(byte));
  return cut.flatMap((chunk) => parser.push(chunk)).map(({ name, data }) => ({ event: name || 'message', data }));
}

/** What the client is given when a server answers a chat completion with a vector's bytes. */
export async function exchangeVector(server: OpenAiServer, vector: SseVector): Promise<ExpectedEvent[]> {
  server.reply(sendBytes(vector.chunks));
  const exchange = new Exchange({
    endpoint: { name: 'Corpora', baseUrl: server.baseUrl, model: 'test' },
    apiKey: noKey,
    fetch: globalThis.fetch,
    limits: defaultLimits,
    expects: 'stream',
    hasImages: false,
    signal: undefined,
    onSend: () => undefined,
  });
  try {
    const response = await exchange.fetch(`${server.baseUrl}/chat/completions`, { method: 'POST', body: '{}' });
    return (await response.text())
      .split('\n\n')
      .filter((event) => event !== '')
      .map(readNormalized);
  } catch (error) {
    if (exchange.failure === error) {
      return [];
    }
    throw error;
  }
}

/** What the whole path, the openai client included, makes of a server that answers with a vector's bytes. */
export async function answerVector(
  server: OpenAiServer,
  vector: SseVector,
): Promise<Pick<ExpectedAnswer, 'text' | 'end'>> {
  server.reply(sendBytes(vector.chunks));
  const model = createOpenAiModel({
    endpoint: { name: 'Corpora', baseUrl: server.baseUrl, model: 'test' },
    model: 'test',
    apiKey: noKey,
  });
  let text = '';
  try {
    for await (const delta of model.streamComplete('Hi')) {
      text += delta.type === 'text' ? delta.text : '';
    }
    return { text, end: 'finish' };
  } catch (error) {
    if (!(error instanceof ModelError)) {
      throw error;
    }
    const isOurs = error.kind === 'notAStream' || error.kind === 'incompleteAnswer';
    return { text, end: isOurs ? error.kind : 'reportedError' };
  }
}

/** What the openai client reads in a vector's bytes when nothing stands before it. */
export async function clientEvents({ chunks }: SseVector): Promise<ExpectedEvent[]> {
  const events: ExpectedEvent[] = [];
  const response = new Response(Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array<ArrayBuffer>>);
  for await (const { event, data } of _iterSSEMessages(response, new AbortController())) {
    events.push({ event: event || 'message', data });
  }
  return events;
}

function readNormalized(event: string): ExpectedEvent {
  const lines = event.split('\n');
  const isError = lines[0] === 'event: error';
  const data = (isError ? lines.slice(1) : lines).map((line) => line.slice('data: '.length)).join('\n');
  return { event: isError ? 'error' : 'message', data };
}
