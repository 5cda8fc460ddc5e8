import type { ExpectedEvent, SseVector } from './sse-vector';

/** Where Iris reads a stream differently from the HTML standard, on purpose. */
export const differences = {
  names: 'no event name but `error` goes on to the client, which wraps what some others carry',
  blankData: 'an event without data is passed over: no server means anything by it',
  afterDone: 'nothing is read after [DONE], which ends the answer',
  unfinished:
    'a last event without its blank line counts when it is whole JSON or [DONE]: some servers forget the line',
  onePiece: 'a body that begins with {, [ or < is an answer in one piece or a page, and no stream',
} as const;

export type Difference = keyof typeof differences;

/** What the client has to be given for a vector, and what the model has to make of that. */
export interface ExpectedAnswer {
  readonly events: readonly ExpectedEvent[];
  readonly differences: readonly Difference[];
  readonly text: string;
  /** Kind of the failure, or `finish`. */
  readonly end: 'finish' | 'incompleteAnswer' | 'notAStream' | 'reportedError';
}

/** Works out from the vector's own expectation what Iris has to do; reads no stream except for an unfinished event. */
export function expectedAnswer({ chunks, events: dispatched }: SseVector): ExpectedAnswer {
  const body = new TextDecoder().decode(Buffer.concat(chunks));
  if (/^\s*(?:[{[<]|$)/.test(body)) {
    return { events: [], differences: dispatched.length > 0 ? ['onePiece'] : [], text: '', end: 'notAStream' };
  }
  const found = new Set<Difference>();
  const events: ExpectedEvent[] = [];
  let isDone = false;
  const unfinished = unfinishedEvent(body);
  for (const event of unfinished ? [...dispatched, unfinished] : dispatched) {
    if (isDone) {
      found.add('afterDone');
      break;
    }
    if (event === unfinished) {
      found.add('unfinished');
    }
    if (event.data.trim() === '') {
      found.add('blankData');
    } else if (event.data.trim() === '[DONE]') {
      isDone = true;
    } else {
      if (event.event !== 'message' && event.event !== 'error') {
        found.add('names');
      }
      events.push({ event: event.event === 'error' ? 'error' : 'message', data: event.data });
    }
  }
  return { events, differences: [...found], ...answerOf(events, isDone) };
}

function answerOf(events: readonly ExpectedEvent[], isDone: boolean): Pick<ExpectedAnswer, 'text' | 'end'> {
  let text = '';
  let hasFinished = false;
  for (const { event, data } of events) {
    const chunk = parsed(data);
    if (chunk === undefined) {
      return { text, end: hasFinished ? 'finish' : 'notAStream' };
    }
    if (event === 'error' || (isObject(chunk) && Boolean(chunk['error']))) {
      return { text, end: hasFinished ? 'finish' : 'reportedError' };
    }
    const [choice] = isObject(chunk) && Array.isArray(chunk['choices']) ? (chunk['choices'] as unknown[]) : [];
    if (isObject(choice)) {
      const delta = choice['delta'];
      text += isObject(delta) && typeof delta['content'] === 'string' ? delta['content'] : '';
      hasFinished ||= typeof choice['finish_reason'] === 'string';
    }
  }
  return { text, end: hasFinished || isDone ? 'finish' : 'incompleteAnswer' };
}

/** The event that no blank line closes, where it is one that Iris takes all the same. */
function unfinishedEvent(text: string): ExpectedEvent | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  // What follows the last line end is a line that has not ended, or nothing.
  const blank = lines.lastIndexOf('', -2);
  const block = lines.slice(blank + 1).map((line) => /^(data|event)(?:: ?(.*))?$/s.exec(line));
  const values = (field: string): string[] => block.flatMap((match) => (match?.[1] === field ? [match[2] ?? ''] : []));
  const data = values('data').join('\n');
  const isTaken = data.trim() === '[DONE]' || parsed(data) !== undefined;
  return isTaken ? { event: values('event').at(-1) || 'message', data } : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
