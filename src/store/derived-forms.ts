/**
 * What was made of stored bytes before: small pictures, prepared parts, text read from a picture, transcripts. A value
 * names its blobs by `sha256` fields and is forgotten when one of them is gone.
 */
export interface DerivedForms {
  /** Undefined where it was never made, or is gone. `isValid` checks what was stored. */
  get<T>(key: DerivedKey, isValid: (value: unknown) => value is T): Promise<T | undefined>;
  put(key: DerivedKey, value: unknown): Promise<void>;
}

export interface DerivedKey {
  /** SHA-256 of the bytes that it was made of. */
  readonly source: string;
  /** What was made, as in "text". */
  readonly form: string;
  /** With what it was made; a plain value. */
  readonly settings?: unknown;
}
