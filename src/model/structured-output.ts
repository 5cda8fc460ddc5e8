import type { ErrorObject } from 'ajv';
import type { OutputCheck } from '../shared/answer-parts';
import type { JsonObject, ResponseFormat } from '../shared/parameters';

const mostProblems = 20;
/** How much of a value or message is quoted in a problem. */
const quotedCharacters = 200;

/**
 * Tells whether an answer is the JSON that was asked for: one JSON object for `json_object`, and what fits the schema
 * for `json_schema`. One Markdown fence around the JSON is taken off, since models add it where no server enforces the
 * format. A schema that can't be used is told as a problem. Nothing is loaded from the network: a `$ref` out of the
 * schema is such a problem. `format` is not checked, as JSON Schema has it by default.
 */
export async function checkOutput(text: string, responseFormat: ResponseFormat): Promise<OutputCheck | undefined> {
  if (responseFormat.type === 'text') {
    return undefined;
  }
  const { type: format } = responseFormat;
  const json = withoutFence(text);
  if (json === '') {
    return { format, problems: ['The answer is empty.'] };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { format, problems: [`The answer is not JSON: ${quoted((error as Error).message)}.`] };
  }
  if (format === 'json_object') {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { format, problems: isObject ? [] : ['The answer must be an object.'] };
  }
  const schema = 'json_schema' in responseFormat ? responseFormat.json_schema.schema : undefined;
  return { format, problems: schema ? await problemsOf(value, schema) : [] };
}

/** The text between the lines of one fence that encloses all of it, or else the text itself. */
export function withoutFence(text: string): string {
  const match = /^\s*(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)\n?[ \t]*\1\s*$/.exec(text);
  return (match?.[2] ?? text).trim();
}

async function problemsOf(value: unknown, schema: JsonObject): Promise<string[]> {
  // Much code for few answers: it is run when the first of them comes.
  const [{ Ajv }, { Ajv2020 }] = await Promise.all([import('ajv'), import('ajv/dist/2020.js')]);
  const options = { strict: false, allErrors: true, validateFormats: false, logger: false, messages: true } as const;
  const dialect = schema['$schema'];
  const isDraft7 = typeof dialect === 'string' && /draft-0[4-7]/.test(dialect);
  const validator = isDraft7 ? new Ajv(options) : new Ajv2020(options);
  // The dialect is chosen by now; drafts that Ajv does not list by name are near enough to be read.
  const { $schema: _, ...rest } = schema;
  try {
    const validate = validator.compile(rest);
    if (validate(value)) {
      return [];
    }
    const problems = [...new Set((validate.errors ?? []).map(sentence))];
    const more = problems.length - mostProblems;
    return more > 0 ? [...problems.slice(0, mostProblems - 1), `There are ${more + 1} more problems.`] : problems;
  } catch (error) {
    return [`The schema can't be used: ${quoted(error instanceof Error ? error.message : String(error))}.`];
  }
}

function sentence(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'The answer' : error.instancePath;
  return `${place} ${predicate(error)}.`;
}

function predicate({ keyword, params, message }: ErrorObject): string {
  const { type, missingProperty, additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params as {
    readonly [name: string]: unknown;
  };
  switch (keyword) {
    case 'type':
      return `must be ${types(type)}`;
    case 'required':
      return `must have the property ${quoted(JSON.stringify(missingProperty))}`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `must not have the property ${quoted(JSON.stringify(additionalProperty ?? unevaluatedProperty))}`;
    case 'enum':
      return `must be one of ${quoted(JSON.stringify(allowedValues).slice(1, -1).replaceAll(',', ', '))}`;
    case 'const':
      return `must be ${quoted(JSON.stringify(allowedValue))}`;
    default:
      return quoted(message?.replace('must NOT', 'must not') ?? `does not fit ${keyword}`);
  }
}

function types(type: unknown): string {
  const names = Array.isArray(type) ? type.map(String) : [String(type)];
  return names.map((name) => (name === 'null' ? name : `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`)).join(' or ');
}

function quoted(text: string): string {
  return text.length > quotedCharacters ? `${text.slice(0, quotedCharacters)}…` : text;
}
