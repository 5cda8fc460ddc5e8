import { t } from '@vscode/l10n';
import {
  inputModalities,
  outputModalities,
  type ImageLimits,
  type ModelCapabilities,
  type ModelPrice,
} from '../shared/capabilities';
import { isFields, parseField, parseNumber, type Fields, type Report } from './parse-fields';

const flags = ['tools', 'reasoning', 'structuredOutput'] as const;
const tokenCounts = ['contextTokens', 'maxOutputTokens'] as const;
const imageCounts = ['count', 'side', 'pixels', 'bytes'] as const;
const prices = ['input', 'output', 'cachedInput', 'audioInput', 'audioOutput', 'image', 'request'] as const;

const count = { minimum: 1, maximum: 1e12, whole: true };
const dollars = { minimum: 0, maximum: 1e6, whole: false };

/** Reads what a person says a model can do. What can't be read is left out and told. */
export function parseCapabilities(value: unknown, report: Report): ModelCapabilities | undefined {
  if (!isFields(value)) {
    report(t('"capabilities" must be an object; it is ignored.'));
    return undefined;
  }
  return {
    ...pick(['input'], (name) => parseModalities(value, name, inputModalities, report)),
    ...pick(['output'], (name) => parseModalities(value, name, outputModalities, report)),
    ...pick(flags, (name) => parseFlag(value, name, report)),
    ...pick(tokenCounts, (name) => parseNumber(value, name, { ...count, report })),
    ...pick(['images'], (name) => parseObject(value, name, report, parseImageLimits)),
    ...pick(['price'], (name) => parseObject(value, name, report, parsePrice)),
  };
}

function parseModalities<M extends string>(
  fields: Fields,
  name: string,
  modalities: readonly M[],
  report: Report,
): { readonly [K in M]?: boolean } | undefined {
  return parseObject(fields, name, report, (object) =>
    pick(modalities, (modality) => parseFlag(object, modality, report)),
  );
}

function parseImageLimits(fields: Fields, report: Report): ImageLimits {
  return {
    ...pick(imageCounts, (name) => parseNumber(fields, name, { ...count, report })),
    ...pick(['formats'], (name) =>
      parseField(fields, name, { accepts: isMediaTypes, must: t('a list of media types such as image/png'), report }),
    ),
  };
}

function parsePrice(fields: Fields, report: Report): ModelPrice | undefined {
  const price = pick(prices, (name) => parseNumber(fields, name, { ...dollars, report }));
  const { input, output } = price;
  if (input === undefined || output === undefined) {
    report(t('"price" needs "input" and "output", in US dollars for a million tokens; it is ignored.'));
    return undefined;
  }
  return { ...price, input, output };
}

function parseFlag(fields: Fields, name: string, report: Report): boolean | undefined {
  const accepts = (value: unknown): value is boolean => typeof value === 'boolean';
  return parseField(fields, name, { accepts, must: t('true or false'), report });
}

function parseObject<T>(
  fields: Fields,
  name: string,
  report: Report,
  read: (object: Fields, report: Report) => T | undefined,
): T | undefined {
  const object = parseField(fields, name, { accepts: isFields, must: t('an object'), report });
  return object && read(object, report);
}

function isMediaTypes(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((type) => typeof type === 'string' && /^[a-z]+\/[\w.+-]+$/.test(type));
}

/** An object of those names whose reading gave a value. */
function pick<N extends string, T>(names: readonly N[], read: (name: N) => T | undefined): { [K in N]?: T } {
  const picked: { [K in N]?: T } = {};
  for (const name of names) {
    const value = read(name);
    if (value !== undefined) {
      picked[name] = value;
    }
  }
  return picked;
}
