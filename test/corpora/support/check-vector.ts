import { isDeepStrictEqual } from 'node:util';
import type { OpenAiServer } from '../../servers/openai-server';
import { type Difference, expectedAnswer } from './expected-answer';
import { answerVector, clientEvents, exchangeVector, parseVector } from './run-vector';
import type { ExpectedEvent, SseVector } from './sse-vector';

/** Where the openai client by itself reads a stream differently from the HTML standard; Iris stands before it. */
export type ClientDifference =
  | 'gives events without data'
  | 'gives a last event without its blank line'
  | 'passes over byte order marks inside of the stream'
  | 'has no name for it yet';

export interface VectorOutcome {
  /** What did not come out as expected; empty when all did. */
  readonly problems: readonly string[];
  readonly differences: readonly Difference[];
  readonly clientDifference?: ClientDifference;
}

/** Runs a vector through our parser and, over loopback HTTP, through our whole client path. */
export async function checkVector(server: OpenAiServer, vector: SseVector): Promise<VectorOutcome> {
  const expected = expectedAnswer(vector);
  const { text, end } = expected;
  const problems = [
    compared('the parser', parseVector(vector, 'given'), vector.events),
    compared('the parser, byte by byte', parseVector(vector, 'bytes'), vector.events),
    compared('what the client is given', await exchangeVector(server, vector), expected.events),
    compared('the answer', await answerVector(server, vector), { text, end }),
  ].filter((problem) => problem !== undefined);
  const clientDifference = differenceOf(vector, await clientEvents(vector));
  return { problems, differences: expected.differences, ...(clientDifference && { clientDifference }) };
}

function compared(what: string, actual: unknown, expected: unknown): string | undefined {
  return isDeepStrictEqual(actual, expected)
    ? undefined
    : `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}

function differenceOf({ chunks, events }: SseVector, actual: readonly ExpectedEvent[]): ClientDifference | undefined {
  if (isDeepStrictEqual(actual, events)) {
    return undefined;
  }
  const withData = actual.filter(({ data }) => data !== '');
  if (isDeepStrictEqual(withData, events)) {
    return 'gives events without data';
  }
  if (isDeepStrictEqual(actual.slice(0, -1), events)) {
    return 'gives a last event without its blank line';
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return text.includes('\ufeff') ? 'passes over byte order marks inside of the stream' : 'has no name for it yet';
}
