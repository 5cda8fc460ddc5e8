import { t } from '@vscode/l10n';
import type { ErrorObject } from 'ajv';
import type { OutputCheck } from '../shared/answer-parts';
import { choiceOf } from '../shared/list-of';
import type { JsonObject, ResponseFormat } from '../shared/parameters';
import { withinTime } from '../util/within-time';

const mostProblems = 20;
/** A pattern of a schema can take for ever; VS Code's extension host stands still while it is tried. */
const mostMilliseconds = 1_000;
/** How much of a value or message is quoted in a problem. */
const quotedCharacters = 200;

/**
 * Tells whether an answer is the JSON that was asked for: one JSON object for `json_object`, and what fits the schema
 * for `json_schema`. One Markdown fence around the JSON is taken off, since models add it where no server enforces the
 * format. A schema that can't be used is told as a problem. Nothing is loaded from the network: a `$ref` out of the
 * schema is such a problem, and so is a pattern that takes too long. `format` is not checked, as JSON Schema has it by default.
 */
export async function checkOutput(text: string, responseFormat: ResponseFormat): Promise<OutputCheck | undefined> {
  if (responseFormat.type === 'text') {
    return undefined;
  }
  const { type: format } = responseFormat;
  const json = withoutFence(text);
  if (json === '') {
    return { format, problems: [t('The answer is empty.')] };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { format, problems: [t('The answer is not JSON: {0}.', quoted((error as Error).message))] };
  }
  if (format === 'json_object') {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { format, problems: isObject ? [] : [t('The answer must be an object.')] };
  }
  const schema = 'json_schema' in responseFormat ? responseFormat.json_schema.schema : undefined;
  return { format, problems: schema ? await problemsOf(value, schema) : [] };
}

/** The text between the lines of one fence that encloses all of it, or else the text itself. */
export function withoutFence(text: string): string {
  const match = /^\s*(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)\n?[ \t]*\1\s*$/.exec(text);
  return (match?.[2] ?? text).trim();
}

async function problemsOf(value: unknown, schema: JsonObject): Promise<readonly string[]> {
  // Much code for few answers: it is run when the first of them comes.
  const [{ Ajv }, { Ajv2020 }] = await Promise.all([import('ajv'), import('ajv/dist/2020.js')]);
  const options = { strict: false, allErrors: true, validateFormats: false, logger: false, messages: true } as const;
  // The dialect is chosen by now; drafts that Ajv does not list by name are near enough to be read.
  const { $schema: dialect, ...rest } = schema;
  const isDraft7 = typeof dialect === 'string' && /draft-0[4-7]/.test(dialect);
  // A schema that names no dialect may be of either.
  const validators = [...(isDraft7 ? [] : [Ajv2020]), ...(isDraft7 || dialect === undefined ? [Ajv] : [])];
  const checked = withinTime(mostMilliseconds, () => {
    let unusable: unknown;
    for (const Validator of validators) {
      try {
        const validate = new Validator(options).compile(rest);
        return validate(value) ? [] : (validate.errors ?? []).map(sentence);
      } catch (error) {
        unusable ??= error;
      }
    }
    return [t("The schema can't be used: {0}.", quoted(reason(unusable)))];
  });
  return checked
    ? limited([...new Set(checked.value)])
    : [t('The answer could not be checked against the schema in time.')];
}

function limited(problems: readonly string[]): readonly string[] {
  const more = problems.length - mostProblems;
  return more > 0 ? [...problems.slice(0, mostProblems - 1), t('There are {0} more problems.', more + 1)] : problems;
}

/** Ajv tells what is wrong with a schema once for each rule that refers to it. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const told = /^schema is invalid: (.+)$/s.exec(message)?.[1];
  return told === undefined ? message : [...new Set(told.split(', '))].join(', ');
}

function sentence(error: ErrorObject): string {
  const place = error.instancePath === '' ? t('The answer') : error.instancePath;
  return t('{0} {1}.', place, predicate(error));
}

function predicate({ keyword, params, message }: ErrorObject): string {
  const { type, missingProperty, additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params as {
    readonly [name: string]: unknown;
  };
  switch (keyword) {
    case 'type':
      return t('must be {0}', types(type));
    case 'required':
      return t('must have the property {0}', quoted(JSON.stringify(missingProperty)));
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return t('must not have the property {0}', quoted(JSON.stringify(additionalProperty ?? unevaluatedProperty)));
    case 'enum':
      return t('must be one of {0}', quoted(JSON.stringify(allowedValues).slice(1, -1).replaceAll(',', ', ')));
    case 'const':
      return t('must be {0}', quoted(JSON.stringify(allowedValue)));
    default:
      return quoted(message?.replace('must NOT', 'must not') ?? t('does not fit {0}', keyword));
  }
}

const typeNames: Readonly<Record<string, string>> = {
  array: t('an array'),
  boolean: t('a boolean'),
  integer: t('an integer'),
  number: t('a number'),
  object: t('an object'),
  string: t('a string'),
};

function types(type: unknown): string {
  const names = Array.isArray(type) ? type.map(String) : [String(type)];
  return choiceOf(names.map((name) => typeNames[name] ?? name));
}

function quoted(text: string): string {
  return text.length > quotedCharacters ? `${text.slice(0, quotedCharacters)}…` : text;
}
