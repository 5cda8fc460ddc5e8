export function objectOf(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}

export function field(value: unknown, name: string): unknown {
  const object = objectOf(value);
  return object && Object.hasOwn(object, name) ? (Reflect.get(object, name) as unknown) : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text of nbformat: whole, or as its lines. */
export function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : listOf(value)
        .filter((line) => typeof line === 'string')
        .join('');
}

/** In a fence that it can't close. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
