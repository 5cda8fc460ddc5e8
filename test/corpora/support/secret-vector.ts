import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arrayOf, isNumber, isString, shape } from '../../../src/store/guard';

/** A text with the parts of it that are secrets; none where it is to be left alone. */
export interface SecretVector {
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  /** UTF-16 code units: the first, and the first after it. */
  readonly ranges: readonly (readonly number[])[];
}

const isVector = shape<{
  readonly rule: string;
  readonly name: string;
  readonly input_base64: string;
  readonly ranges: readonly { readonly range: readonly number[] }[];
}>({
  rule: isString,
  name: isString,
  input_base64: isString,
  ranges: arrayOf(shape<{ readonly range: readonly number[] }>({ range: arrayOf(isNumber) })),
});

/** The vectors of a JSON file; none where it holds anything else. */
export function readSecretVectors(root: string, file: string): readonly SecretVector[] {
  const content: unknown = parse(readFileSync(path.join(root, file), 'utf8'));
  return Array.isArray(content)
    ? content.filter(isVector).map(({ rule, name, input_base64: input, ranges }) => ({
        rule,
        name,
        text: Buffer.from(input, 'base64').toString(),
        ranges: ranges.map(({ range }) => range),
      }))
    : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
