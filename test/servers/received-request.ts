import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** How the exchange ended: the whole reply went out, or the client closed its connection before. */
export type Ending = 'answered' | 'abandoned';

export interface ReceivedImage {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A request as it came over the wire. */
export class ReceivedRequest {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The exact bytes. */
  readonly body: Buffer;
  readonly ended: Promise<Ending>;

  constructor(message: IncomingMessage, body: Buffer, response: ServerResponse) {
    this.method = message.method ?? '';
    this.url = message.url ?? '';
    this.headers = message.headers;
    this.body = body;
    this.ended = new Promise((resolve) => {
      response.once('close', () => resolve(response.writableFinished ? 'answered' : 'abandoned'));
    });
  }

  get path(): string {
    return this.url.split('?', 1)[0] ?? '';
  }

  get text(): string {
    return this.body.toString('utf8');
  }

  /** The body as chat completions take it. Throws when it is no JSON. */
  get question(): WireQuestion {
    return JSON.parse(this.text) as WireQuestion;
  }

  /** Pictures sent as `data:` URLs, in order. */
  get images(): ReceivedImage[] {
    return this.question.messages
      .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
      .flatMap((part) => {
        const match = /^data:([^;,]+);base64,(.*)$/s.exec(part.image_url?.url ?? '');
        const [, mediaType, base64] = match ?? [];
        return mediaType !== undefined && base64 !== undefined
          ? [{ mediaType, bytes: Buffer.from(base64, 'base64') }]
          : [];
      });
  }
}

export interface WireQuestion {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly WireMessage[];
}

export interface WireMessage {
  readonly role: string;
  readonly content: string | readonly WirePart[];
}

export interface WirePart {
  readonly type: string;
  readonly text?: string;
  readonly image_url?: { readonly url: string; readonly detail?: string };
  readonly input_audio?: { readonly data: string; readonly format: string };
}

/** The text of a message, in whichever of the two forms it was sent. */
export function textOf(message: WireMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n');
}
