import type { TokenUsage } from '../../shared/usage';
import type { EmbeddingResult } from '../deltas';
import { asArray, asRecord } from '../json';
import { readUsage } from './usage';

/**
 * Reads the answer of `POST /embeddings` to `count` texts; undefined when it is something else. Vectors are put in the
 * order of their `index`, where servers give one; numbers may come as a list or as base64 of 32-bit floats.
 */
export function readEmbeddings(body: unknown, count: number): EmbeddingResult | undefined {
  const answer = asRecord(body);
  const vectors: Float32Array[] = [];
  for (const [position, entry] of asArray(answer?.['data']).entries()) {
    const item = asRecord(entry);
    const index = item?.['index'];
    const vector = readVector(item?.['embedding']);
    if (!vector) {
      return undefined;
    }
    vectors[typeof index === 'number' ? index : position] = vector;
  }
  if (vectors.length !== count || Object.keys(vectors).length !== count) {
    return undefined;
  }
  const usage = readUsage(answer?.['usage']) ?? totalOf(answer?.['usage']);
  return { vectors, ...(usage && { usage }) };
}

/** Some servers count only all tokens, which are those that went in. */
function totalOf(usage: unknown): TokenUsage | undefined {
  const total = asRecord(usage)?.['total_tokens'];
  return typeof total === 'number' && Number.isFinite(total) && total >= 0
    ? { inputTokens: total, outputTokens: 0 }
    : undefined;
}

function readVector(value: unknown): Float32Array | undefined {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'base64');
    return bytes.byteLength === 0 || bytes.byteLength % 4 !== 0
      ? undefined
      : Float32Array.from({ length: bytes.byteLength / 4 }, (_, place) => bytes.readFloatLE(place * 4));
  }
  return Array.isArray(value) && value.length > 0 && value.every((number) => typeof number === 'number')
    ? Float32Array.from(value)
    : undefined;
}
