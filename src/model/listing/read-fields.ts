import { inputModalities, outputModalities, type ModelCapabilities, type ModelPrice } from '../../shared/capabilities';
import { asArray } from '../json';

/** A whole number above zero, as which servers tell tokens. */
export function asCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

export function asFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function asTexts(value: unknown): readonly string[] {
  return asArray(value).filter((item) => typeof item === 'string');
}

/** An amount of money, told as a number or a text; less than nothing stands for "it depends". */
export function asAmount(value: unknown): number | undefined {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : undefined;
}

/** US dollars for a million, of something told for one. */
export function perMillion(value: unknown): number | undefined {
  const amount = asAmount(value);
  // Without the noise that the multiplication adds in the last digits.
  return amount === undefined ? undefined : Number((amount * 1_000_000).toPrecision(10));
}

/** What is known of a price; undefined without both of its two main parts. */
export function asPrice(parts: { readonly [K in keyof ModelPrice]?: number | undefined }): ModelPrice | undefined {
  const { input, output } = parts;
  return input === undefined || output === undefined ? undefined : { ...defined(parts), input, output };
}

/** The fields that have a value. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Modalities that a server lists: those that it leaves out are none of the model's. Undefined for an empty list. */
export function listedInput(value: unknown): ModelCapabilities['input'] | undefined {
  const listed = asTexts(value).map((name) => (name === 'file' || name === 'document' ? 'pdf' : name));
  return listed.length === 0
    ? undefined
    : Object.fromEntries(inputModalities.map((modality) => [modality, listed.includes(modality)]));
}

export function listedOutput(value: unknown): ModelCapabilities['output'] | undefined {
  const listed = asTexts(value);
  return listed.length === 0
    ? undefined
    : Object.fromEntries(outputModalities.map((modality) => [modality, listed.includes(modality)]));
}
