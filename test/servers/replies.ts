import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { chunk, completion, finishChunk, usageChunk, type WireUsage } from './chunks';
import type { ReceivedRequest } from './received-request';

/** Answers one request. */
export type Reply = (response: ServerResponse, request: ReceivedRequest) => void | Promise<void>;

export interface AnswerOptions {
  readonly reasoning?: readonly string[];
  readonly usage?: WireUsage;
  /** Defaults to `stop`. */
  readonly finishReason?: string;
  /** Milliseconds between the pieces of the text. */
  readonly delay?: number;
}

/** Streams the pieces of a text, or gives them in one completion when no stream was asked. */
export function answerText(pieces: readonly string[], options: AnswerOptions = {}): Reply {
  const { reasoning = [], usage = { prompt_tokens: 11, completion_tokens: 7 }, finishReason = 'stop' } = options;
  const streamed = answerEvents(
    [
      chunk({ role: 'assistant', content: null }),
      ...reasoning.map((text) => chunk({ reasoning_content: text })),
      ...pieces.map((text) => chunk({ content: text })),
      finishChunk(finishReason),
      usageChunk(usage),
      '[DONE]',
    ],
    options.delay,
  );
  const whole = sendJson(completion({ text: pieces.join(''), reasoning: reasoning.join(''), finishReason, usage }));
  return (response, request) => (request.question.stream ? streamed : whole)(response, request);
}

/** Sends events with these data: objects as JSON, texts as they are. */
export function answerEvents(events: readonly (object | string)[], delay = 0): Reply {
  return async (response) => {
    startStream(response);
    for (const event of events) {
      response.write(eventText(event));
      if (delay > 0) {
        await wait(delay);
      }
    }
    response.end();
  };
}

/** Sends events and then destroys the connection (a TCP reset), without an end of the body. */
export function answerThenReset(events: readonly (object | string)[]): Reply {
  return async (response) => {
    startStream(response);
    for (const event of events) {
      await written(response, eventText(event));
    }
    // What was written has to leave before the reset overtakes it.
    await wait(20);
    response.socket?.resetAndDestroy();
  };
}

/** Destroys the connection before an answer. */
export const resetConnection: Reply = (response) => {
  response.socket?.resetAndDestroy();
};

/** Sends these portions of a body, each in a write of its own. */
export function sendBytes(portions: readonly (string | Uint8Array)[], headers: OutgoingHttpHeaders = {}): Reply {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', ...headers });
    for (const portion of portions) {
      await written(response, portion);
    }
    response.end();
  };
}

export function sendJson(body: unknown, headers: OutgoingHttpHeaders = {}): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** Refuses with a status; the body is JSON, or text as it is. */
export function refuse(
  status: number,
  body: unknown = { error: { message: `Refused with ${status}.` } },
  headers: OutgoingHttpHeaders = {},
): Reply {
  return (response) => {
    const text = typeof body === 'string';
    response
      .writeHead(status, { 'content-type': text ? 'text/html' : 'application/json', ...headers })
      .end(text ? body : JSON.stringify(body));
  };
}

/** A reply that stops after these events until it is released; then it sends the rest. */
export class HeldReply {
  readonly reply: Reply;
  #release: () => void = () => undefined;

  constructor(before: readonly (object | string)[], after: readonly (object | string)[]) {
    const released = new Promise<void>((resolve) => (this.#release = resolve));
    this.reply = async (response) => {
      if (before.length > 0) {
        startStream(response);
        response.write(before.map(eventText).join(''));
      }
      await released;
      if (!response.headersSent) {
        startStream(response);
      }
      response.end(after.map(eventText).join(''));
    };
  }

  release(): void {
    this.#release();
  }
}

/** Sends events and keeps the connection open without another byte. */
export function answerThenSilence(events: readonly (object | string)[]): Reply {
  return new HeldReply(events, []).reply;
}

/** Takes the question and never answers. */
export const neverAnswer: Reply = () => undefined;

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
}

function eventText(event: object | string): string {
  return `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`;
}

function written(response: ServerResponse, portion: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => response.write(portion, () => setImmediate(resolve)));
}
