import type { MemoryStore } from '../../../../src/model/capabilities/learned-memory';

/** A store that keeps what survives JSON, as the editor's does. */
export function memoryStore(): MemoryStore & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: (key) => {
      const value = values.get(key);
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
    update: (key, value) => {
      if (value === undefined) {
        values.delete(key);
      } else {
        values.set(key, JSON.stringify(value));
      }
      return Promise.resolve();
    },
  };
}
