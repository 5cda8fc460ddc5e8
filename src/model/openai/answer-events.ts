import { parseJson } from '../json';
import type { Bytes } from './body';
import { EventStreamParser, type ServerEvent } from './event-stream';

const encoder = new TextEncoder();

/** The events that hold data. A last event without its blank line counts when it is whole. */
export async function* readEvents(chunks: AsyncIterable<Bytes>): AsyncGenerator<ServerEvent> {
  const parser = new EventStreamParser();
  for await (const chunk of chunks) {
    yield* parser.push(chunk).filter(hasData);
  }
  const last = parser.end();
  if (last && (last.data === '[DONE]' || parseJson(last.data) !== undefined)) {
    yield last;
  }
}

export function eventsIn(text: string): readonly ServerEvent[] {
  return new EventStreamParser().push(encoder.encode(text));
}

/** The event in the one way that every reader understands. */
export function eventBytes({ name, data }: ServerEvent): Bytes {
  const lines = data.replaceAll('\n', '\ndata: ');
  return encoder.encode(`${name === 'error' ? 'event: error\n' : ''}data: ${lines}\n\n`);
}

export function isEventStream(response: Response): boolean {
  return /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
}

function hasData({ data }: ServerEvent): boolean {
  return data.trim() !== '';
}
