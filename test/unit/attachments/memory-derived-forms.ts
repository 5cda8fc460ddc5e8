import type { DerivedForms, DerivedKey } from '../../../src/store/derived-forms';

/** Remembers as long as it lives. */
export class MemoryDerivedForms implements DerivedForms {
  readonly #forms = new Map<string, unknown>();

  get<T>(key: DerivedKey, isValid: (value: unknown) => value is T): Promise<T | undefined> {
    const value = this.#forms.get(JSON.stringify(key));
    return Promise.resolve(isValid(value) ? value : undefined);
  }

  put(key: DerivedKey, value: unknown): Promise<void> {
    this.#forms.set(JSON.stringify(key), value);
    return Promise.resolve();
  }
}
