import { t } from '@vscode/l10n';
import { jsonParameterProblem } from './check-json-parameters';
import { choiceOf } from './list-of';
import { isJsonObject } from './is-json';
import { type ParameterKind, parameterSpecs } from './parameter-specs';

export interface ParameterProblem {
  readonly name: string;
  /** Completes the sentence `"temperature" …`. */
  readonly problem: string;
}

const specs = new Map<string, ParameterKind>(parameterSpecs.map(({ name, type }) => [name, type]));

/**
 * What keeps a parameter from being sent, completing the sentence `"temperature" …`; undefined when nothing does. Null,
 * which takes a value of a further place away, is fine.
 */
export function parameterProblem(name: string, value: unknown): string | undefined {
  const kind = specs.get(name);
  if (!kind) {
    return t('is not a parameter; put it into "extra_body"');
  }
  return value === null ? undefined : valueProblem(kind, name, value);
}

/** All problems of values that were set in one place, such as an endpoint's settings. */
export function parameterProblems(layer: unknown): readonly ParameterProblem[] {
  if (!isJsonObject(layer)) {
    return [{ name: 'parameters', problem: t('must be an object of names and values') }];
  }
  return Object.entries(layer).flatMap(([name, value]) => {
    const problem = value === undefined ? undefined : parameterProblem(name, value);
    return problem === undefined ? [] : [{ name, problem }];
  });
}

function valueProblem(type: ParameterKind, name: string, value: unknown): string | undefined {
  switch (type.kind) {
    case 'number':
      return typeof value === 'number' && value >= type.minimum && value <= type.maximum
        ? undefined
        : t('must be a number from {0} to {1}', type.minimum, type.maximum);
    case 'integer':
      return isInteger(value, type) ? undefined : integerProblem(type);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : t('must be true or false');
    case 'text':
      return isFilled(value) ? undefined : 'must be a text that is not empty';
    case 'choice':
      return choiceProblem(type, value);
    case 'texts':
      return textsProblem(type.most, value);
    case 'json':
      return jsonParameterProblem(name, value);
  }
}

function isInteger(value: unknown, { minimum, maximum }: Extract<ParameterKind, { kind: 'integer' }>): boolean {
  return Number.isSafeInteger(value) && Number(value) >= minimum && (maximum === undefined || Number(value) <= maximum);
}

function integerProblem({ minimum, maximum }: Extract<ParameterKind, { kind: 'integer' }>): string {
  if (maximum !== undefined) {
    return t('must be a whole number from {0} to {1}', minimum, maximum);
  }
  return minimum === Number.MIN_SAFE_INTEGER
    ? t('must be a whole number')
    : t('must be a whole number, {0} or more', minimum);
}

function choiceProblem({ values, open }: Extract<ParameterKind, { kind: 'choice' }>, value: unknown) {
  const all = choiceOf(values);
  if (open) {
    return isFilled(value) ? undefined : t('must be a text such as {0}', all);
  }
  return typeof value === 'string' && values.includes(value) ? undefined : t('must be {0}', all);
}

function textsProblem(most: number | undefined, value: unknown): string | undefined {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string' && text !== '')) {
    return t('must be a text or a list of texts, none of them empty');
  }
  return most !== undefined && texts.length > most ? t('must be at most {0} texts', most) : undefined;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
