import { invalidInput, kindOf } from './invalid-input';

/** An object from outside whose fields are still unknown. */
export type Fields = Readonly<Record<string, unknown>>;

/** `where` names the value in a sentence, such as `attachments[0]`. */
export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidInput(`${where} must be an object, but is ${kindOf(value)}.`);
  }
  return { ...value };
}

export function stringOf(value: unknown, where: string): string {
  if (typeof value !== 'string') {
    throw invalidInput(`${where} must be a string, but is ${kindOf(value)}.`);
  }
  return value;
}

export function filledStringOf(value: unknown, where: string): string {
  const text = stringOf(value, where);
  if (text.trim() === '') {
    throw invalidInput(`${where} is empty.`);
  }
  return text;
}

export function arrayOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw invalidInput(`${where} must be an array, but is ${kindOf(value)}.`);
  }
  return value;
}

export function oneOf<T extends string>(value: unknown, values: readonly T[], where: string): T {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) {
    const given = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : kindOf(value);
    throw invalidInput(`${where} must be one of ${values.join(', ')}, but is ${given}.`);
  }
  return found;
}
