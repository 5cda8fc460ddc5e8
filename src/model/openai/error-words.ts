import { asRecord, asText, parseJson } from '../json';

/** What an error body says. */
export interface ErrorWords {
  /**
   * For the person: the server's own words, at any length, for secrets have to be removed before `shortenedWords`; empty
   * when it said nothing.
   */
  readonly text: string;
  /** For the machine: text, codes, types and parameter names together. */
  readonly all: string;
  /** An HTTP status given inside the body (OpenRouter, Gemini, llama.cpp). */
  readonly status?: number;
}

const longestText = 2_000;
const deepestNesting = 6;

/**
 * Finds the words in an error body. Servers nest them differently: `{error:{message}}`, `{error}`, `{message}`,
 * `{detail}`, `{detail:[{loc,msg}]}`, `{message:{detail:[…]}}`, `[{error}]`, plain text, an HTML page.
 */
export function readErrorBody(body: string): ErrorWords {
  const parsed = parseJson(body);
  return typeof parsed === 'object' && parsed !== null ? readErrorValue(parsed) : plain(withoutMarkup(body));
}

export function readErrorValue(value: unknown): ErrorWords {
  const text = wordsIn(value, 0) || JSON.stringify(value) || '';
  const marks = marksIn(value, 0);
  const status = marks.map(Number).find((mark) => Number.isInteger(mark) && mark >= 400 && mark <= 599);
  return { text, all: [shortenedWords(text), ...marks].join('\n'), ...(status !== undefined && { status }) };
}

function plain(text: string): ErrorWords {
  return { text, all: shortenedWords(text) };
}

function wordsIn(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    return value.trim();
  }
  if (depth > deepestNesting) {
    return '';
  }
  if (Array.isArray(value)) {
    return value
      .map((item) => wordsIn(item, depth + 1))
      .filter(Boolean)
      .join('; ');
  }
  const record = asRecord(value);
  if (!record) {
    return '';
  }
  for (const name of ['error', 'message', 'detail', 'msg', 'errors', 'title']) {
    const words = wordsIn(record[name], depth + 1);
    if (words) {
      return [placeOf(record['loc']), words, upstreamWords(record['metadata'])].filter(Boolean).join(' ');
    }
  }
  return '';
}

/** FastAPI's location of a refused field. */
function placeOf(location: unknown): string {
  return Array.isArray(location) ? `${location.join('.')}:` : '';
}

/** OpenRouter passes on what the provider behind it said. */
function upstreamWords(metadata: unknown): string {
  const raw = asText(asRecord(metadata)?.['raw']);
  return raw ? `(${readErrorBody(raw).text})` : '';
}

function marksIn(value: unknown, depth: number): string[] {
  if (depth > deepestNesting) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => marksIn(item, depth + 1));
  }
  const record = asRecord(value);
  if (!record) {
    return [];
  }
  const own = ['code', 'type', 'status', 'param']
    .map((name) => record[name])
    .filter((mark) => typeof mark === 'string' || typeof mark === 'number')
    .map(String);
  return [...own, ...['error', 'message', 'detail', 'innererror'].flatMap((name) => marksIn(record[name], depth + 1))];
}

/** An error page of a proxy: its title says most. */
function withoutMarkup(body: string): string {
  if (!/^\s*</.test(body)) {
    return body.trim();
  }
  const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1]?.trim();
  return (
    title ||
    body
      .replace(/<(script|style)[^>]*>[^<]*/gi, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

export function shortenedWords(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
