/** Tells whether data from outside has a type. */
export type Guard<T> = (value: unknown) => value is T;

export const isString: Guard<string> = (value) => typeof value === 'string';

export const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

export function literal<const T extends string>(...values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((candidate) => candidate === value);
}

export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

export function arrayOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** An object with at least these fields. The compiler demands a guard for every field of `T`. */
export function shape<T extends object>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const guards: readonly (readonly [string, Guard<unknown>])[] = Object.entries(fields);
  return (value): value is T => isRecord(value) && guards.every(([name, guard]) => guard(value[name]));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Chooses the guard by the string that the value holds in its field `tag`. */
export function tagged<T extends object>(tag: string, guards: Readonly<Record<string, Guard<T>>>): Guard<T> {
  return (value): value is T => {
    const name = isRecord(value) ? value[tag] : undefined;
    return typeof name === 'string' && Object.hasOwn(guards, name) && guards[name]?.(value) === true;
  };
}
