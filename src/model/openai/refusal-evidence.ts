import { asArray, asRecord, asText, parseJson } from '../json';

/** What the body of a refusal says of the fields it is about. */
export interface RefusalEvidence {
  /** Fields that it points at, as paths such as `reasoning.effort`: OpenAI's `param` and pydantic's `loc`. */
  readonly paths: readonly RefusedPath[];
  /** Everything that it says in words, one text a line. */
  readonly text: string;
}

export interface RefusedPath {
  readonly path: string;
  /** Code, type and words that stand beside the path. */
  readonly reason: string;
}

const deepest = 8;
const longestBody = 16 * 1024;

/** Never throws: a body that is no JSON is all words. */
export function readEvidence(body: string): RefusalEvidence {
  const text = body.slice(0, longestBody);
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) {
    return { paths: [], text };
  }
  const evidence = { paths: [], texts: [] };
  collect(value, evidence, 0);
  return { paths: evidence.paths, text: evidence.texts.join('\n') };
}

interface Collected {
  readonly paths: RefusedPath[];
  readonly texts: string[];
}

function collect(value: unknown, into: Collected, depth: number): void {
  if (depth > deepest) {
    return;
  }
  if (typeof value === 'string') {
    into.texts.push(value);
    // Gateways quote the answer of the server behind them (OpenRouter's `metadata.raw`).
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    collect(inner, into, depth + 1);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item) => collect(item, into, depth + 1));
    return;
  }
  const record = asRecord(value);
  if (!record) {
    return;
  }
  const path = asText(record['param']) ?? pathOf(record['loc']);
  if (path !== undefined) {
    const reasons = [record['code'], record['type'], record['message'], record['msg']];
    into.paths.push({ path, reason: reasons.filter((reason) => typeof reason === 'string').join('\n') });
  }
  for (const name of ['error', 'message', 'detail', 'msg', 'errors', 'title', 'metadata', 'raw', 'issues']) {
    collect(record[name], into, depth + 1);
  }
}

/** FastAPI begins with where the field was, such as `body`. */
function pathOf(location: unknown): string | undefined {
  const steps = asArray(location).filter((step) => typeof step === 'string');
  return asText((steps[0] === 'body' ? steps.slice(1) : steps).join('.'));
}
