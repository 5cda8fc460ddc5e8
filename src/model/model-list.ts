/**
 * Reads the answer to `GET /models`: OpenAI's `{ data: [{ id }] }`, a bare array (Together) or `{ models: [{ name }] }`.
 * Identifiers are kept as the server writes them (Gemini's begin with `models/`). Returns undefined for anything else.
 */
export function parseModelList(body: unknown): readonly string[] | undefined {
  const list = Array.isArray(body) ? body : (listIn(body, 'data') ?? listIn(body, 'models'));
  if (!list) {
    return undefined;
  }
  return [...new Set(list.map(identifier).filter((id) => id !== undefined))];
}

function listIn(body: unknown, property: 'data' | 'models'): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null) {
    return undefined;
  }
  const list: unknown = Reflect.get(body, property);
  return Array.isArray(list) ? list : undefined;
}

function identifier(entry: unknown): string | undefined {
  if (typeof entry === 'string') {
    return entry === '' ? undefined : entry;
  }
  if (typeof entry !== 'object' || entry === null) {
    return undefined;
  }
  const id: unknown = Reflect.get(entry, 'id') ?? Reflect.get(entry, 'name');
  return typeof id === 'string' && id !== '' ? id : undefined;
}
