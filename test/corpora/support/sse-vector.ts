/** What a stream dispatches, as the HTML standard describes it. */
export interface ExpectedEvent {
  /** `message` where the stream names none. */
  readonly event: string;
  readonly data: string;
}

/** Bytes of an event stream and the events that they hold. */
export interface SseVector {
  readonly name: string;
  readonly source: string;
  /** In the portions in which they come over the network. */
  readonly chunks: readonly Buffer[];
  readonly events: readonly ExpectedEvent[];
}

export interface ReadVectors {
  readonly vectors: readonly SseVector[];
  /** That it is no JSON, or which entries are not of the form of the others. */
  readonly unreadable: readonly string[];
}

/**
 * Reads a file of vectors: a JSON list of objects with `chunks_base64` and `events`. A file with other JSON holds none.
 */
export function readVectors(json: string): ReadVectors {
  let entries: unknown;
  try {
    entries = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    return { vectors: [], unreadable: [`not JSON: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`] };
  }
  if (!Array.isArray(entries) || !entries.some((entry) => isObject(entry) && 'chunks_base64' in entry)) {
    return { vectors: [], unreadable: [] };
  }
  const vectors: SseVector[] = [];
  const unreadable: string[] = [];
  entries.forEach((entry: unknown, index) => {
    const vector = readVector(entry);
    if (vector) {
      vectors.push(vector);
    } else {
      unreadable.push(`entry ${index} is no vector`);
    }
  });
  return { vectors, unreadable };
}

function readVector(entry: unknown): SseVector | undefined {
  if (!isObject(entry)) {
    return undefined;
  }
  const { name, source, chunks_base64: chunks, events } = entry;
  if (!Array.isArray(chunks) || !chunks.every((chunk) => typeof chunk === 'string')) {
    return undefined;
  }
  if (!Array.isArray(events) || !events.every(isEvent)) {
    return undefined;
  }
  return {
    name: typeof name === 'string' ? name : '',
    source: typeof source === 'string' ? source : '',
    chunks: chunks.map((chunk) => Buffer.from(chunk, 'base64')).filter(({ length }) => length > 0),
    events: events.map(({ event, data }) => ({ event: event || 'message', data })),
  };
}

/** An event may leave its name out. */
function isEvent(value: unknown): value is { readonly event?: string | null; readonly data: string } {
  if (!isObject(value)) {
    return false;
  }
  const { event, data } = value;
  return (event === undefined || event === null || typeof event === 'string') && typeof data === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
