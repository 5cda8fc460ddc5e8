import type { TokenProbability } from '../../../shared/answer-parts';
import { asArray, asRecord, asText, type JsonRecord } from '../../json';

type Probability = TokenProbability['alternatives'][number];

/** A choice's `logprobs`: OpenAI's list of tokens, or the older form of parallel lists that Together has. */
export function readLogprobs(value: unknown): TokenProbability[] {
  const logprobs = asRecord(value);
  if (!logprobs) {
    return [];
  }
  return Array.isArray(logprobs['content'])
    ? logprobs['content'].flatMap((element) => {
        const record = asRecord(element);
        const found = record && probability(record['token'], record['logprob']);
        return found ? [withAlternatives(found, asArray(record['top_logprobs']).flatMap(listed))] : [];
      })
    : readLists(logprobs);
}

function readLists(logprobs: JsonRecord): TokenProbability[] {
  const values = asArray(logprobs['token_logprobs']);
  const alternatives = asArray(logprobs['top_logprobs']);
  return asArray(logprobs['tokens']).flatMap((token, index) => {
    const found = probability(token, values[index]);
    const others = Object.entries(asRecord(alternatives[index]) ?? {}).flatMap(
      ([other, logprob]) => probability(other, logprob) ?? [],
    );
    return found ? [withAlternatives(found, others)] : [];
  });
}

function listed(value: unknown): Probability[] {
  const record = asRecord(value);
  return (record && [probability(record['token'], record['logprob'])].filter((found) => found !== undefined)) ?? [];
}

function probability(token: unknown, logprob: unknown): Probability | undefined {
  const text = asText(token);
  return text !== undefined && typeof logprob === 'number' && !Number.isNaN(logprob)
    ? { token: text, logprob }
    : undefined;
}

/** Servers list the chosen token among its alternatives. */
function withAlternatives({ token, logprob }: Probability, all: readonly Probability[]): TokenProbability {
  const alternatives = all.filter((other) => other.token !== token).sort((one, other) => other.logprob - one.logprob);
  return { token, logprob, alternatives };
}
