import { t } from '@vscode/l10n';
import { headerProblem, looksLikeKey } from './header-problem';
import { isJson, isJsonObject } from './is-json';

type Check = (value: unknown) => string | undefined;

/** Limits of OpenAI's reference (https://platform.openai.com/docs/api-reference/chat/create). */
const mostMetadata = 16;
const longestMetadataKey = 64;
const longestMetadataValue = 512;
const schemaName = /^[A-Za-z0-9_-]{1,64}$/;

const keyWarning = t('looks like a key, which does not belong here: use Iris: Set API Key');

const checks: Readonly<Record<string, Check>> = {
  logit_bias: (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(([token, bias]) => /^\d+$/.test(token) && isNumber(bias, -100, 100))
      ? undefined
      : t('must give token identifiers numbers from -100 to 100'),
  response_format: responseFormatProblem,
  metadata: metadataProblem,
  audio: (value) =>
    isJsonObject(value) && isFilled(value['voice']) && isFilled(value['format'])
      ? undefined
      : t('must have the texts "voice" and "format"'),
  prediction: (value) =>
    isJsonObject(value) && value['type'] === 'content' && isTextOrParts(value['content'])
      ? undefined
      : t('must have the "type" content and a text, or a list of text parts, as "content"'),
  tools: toolsProblem,
  tool_choice: (value) =>
    isFilled(value) || (isJsonObject(value) && isFilled(value['type']))
      ? undefined
      : t('must be none, auto, required, or an object with a "type"'),
  web_search_options: objectProblem,
  stream_options: objectProblem,
  extra_headers: (value) => textsProblem(value, t('header'), headerProblem),
  extra_query: (value) =>
    textsProblem(value, t('query parameter'), (name, text) => {
      if (typeof text !== 'string') {
        return t('must be a text');
      }
      return looksLikeKey(name, text, 'query') ? keyWarning : undefined;
    }),
  extra_body: objectProblem,
};

/** What is wrong inside of a parameter that is an object or a list, completing the sentence `"tools" …`. */
export function jsonParameterProblem(name: string, value: unknown): string | undefined {
  if (!isJson(value)) {
    return t('must be JSON');
  }
  return checks[name]?.(value);
}

function objectProblem(value: unknown): string | undefined {
  return isJsonObject(value) ? undefined : t('must be an object');
}

function responseFormatProblem(value: unknown): string | undefined {
  const type = isJsonObject(value) ? value['type'] : undefined;
  if (!isJsonObject(value) || (type !== 'text' && type !== 'json_object' && type !== 'json_schema')) {
    return t('must be an object whose "type" is text, json_object or json_schema');
  }
  if (type !== 'json_schema') {
    return undefined;
  }
  const { schema_file: file, json_schema: inner, strict } = value;
  if (file !== undefined) {
    return isFilled(file) && inner === undefined && isOptionalBoolean(strict)
      ? undefined
      : t('must have a path as "schema_file", no "json_schema" beside it, and "strict" true or false');
  }
  if (!isJsonObject(inner)) {
    return t('must have the schema as "json_schema" or its file as "schema_file"');
  }
  if (typeof inner['name'] !== 'string' || !schemaName.test(inner['name'])) {
    return t('must have a "name" in "json_schema", of up to 64 letters, digits, _ and -');
  }
  const { schema, description } = inner;
  return (schema === undefined || isJsonObject(schema)) &&
    (description === undefined || typeof description === 'string') &&
    isOptionalBoolean(inner['strict'])
    ? undefined
    : t('must have in "json_schema" an object as "schema", a text as "description", and "strict" true or false');
}

function metadataProblem(value: unknown): string | undefined {
  if (!isJsonObject(value) || !Object.values(value).every((text) => typeof text === 'string')) {
    return t('must be an object of names and texts');
  }
  const entries = Object.entries(value);
  if (entries.length > mostMetadata) {
    return t('must have at most {0} entries', mostMetadata);
  }
  return entries.every(
    ([name, text]) => name !== '' && name.length <= longestMetadataKey && String(text).length <= longestMetadataValue,
  )
    ? undefined
    : t('must have names of up to {0} and texts of up to {1} characters', longestMetadataKey, longestMetadataValue);
}

function toolsProblem(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return t('must be a list of tools');
  }
  for (const [index, tool] of (value as unknown[]).entries()) {
    const type = isJsonObject(tool) ? tool['type'] : undefined;
    if (!isJsonObject(tool) || !isFilled(type)) {
      return t('must have a "type" in tool {0}', index + 1);
    }
    const called = tool['function'];
    if (type === 'function' && !(isJsonObject(called) && isFilled(called['name']))) {
      return t('must have a "function" with a "name" in tool {0}', index + 1);
    }
  }
  return undefined;
}

function textsProblem(
  value: unknown,
  called: string,
  problemOf: (name: string, text: unknown) => string | undefined,
): string | undefined {
  if (!isJsonObject(value)) {
    return t('must be an object of names and texts');
  }
  for (const [name, text] of Object.entries(value)) {
    const problem = problemOf(name, text);
    if (problem !== undefined) {
      return t('has a {0} "{1}" that cannot be sent: it {2}', called, name, problem);
    }
  }
  return undefined;
}

function isTextOrParts(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    (Array.isArray(value) &&
      value.length > 0 &&
      value.every((part) => isJsonObject(part) && part['type'] === 'text' && typeof part['text'] === 'string'))
  );
}

function isOptionalBoolean(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function isNumber(value: unknown, minimum: number, maximum: number): boolean {
  return typeof value === 'number' && value >= minimum && value <= maximum;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
