/** Something to be attached, as it comes from a file, an editor, the clipboard or the screen. */
export interface NewAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** URI of the file it was read from. */
  readonly origin?: string;
  /** The bytes are the whole file at `origin`. */
  readonly isWholeFile?: boolean;
  /** VS Code language identifier of a text. */
  readonly languageId?: string;
  /** The same, told by the name of a file; it is a text only if its bytes are. */
  readonly languageOfName?: string;
  /** One-based, inclusive, where only a part of a text is attached. */
  readonly lines?: { readonly first: number; readonly last: number };
}
