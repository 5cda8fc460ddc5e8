/** How a document is indented. */
export interface IndentationUnit {
  readonly type: 'tabs' | 'spaces';
  /** Columns of one level. */
  readonly size: number;
}

/**
 * Writes the indentation of an answer's lines, one after the other, in the unit of the document. How many spaces the
 * answer takes for a level shows in its first line that is indented by two or four: others are levels of the document,
 * or stand below something, as the stars of a comment do. What is left of a level stays spaces.
 */
export class IndentationConverter {
  readonly #unit: IndentationUnit;
  /** Spaces of a level in the answer, once known. */
  #level: number | undefined;

  constructor(unit: IndentationUnit) {
    this.#unit = unit;
  }

  /** `indentation`: of one line, spaces and tabs only. */
  convert(indentation: string): string {
    const { type, size } = this.#unit;
    if (type === 'spaces') {
      return indentation.replaceAll('\t', ' '.repeat(size));
    }
    if (indentation.includes('\t')) {
      return indentation;
    }
    const { length } = indentation;
    if (length === 2 || length === 4) {
      this.#level ??= length;
    }
    const level = this.#level ?? size;
    return '\t'.repeat(Math.floor(length / level)) + ' '.repeat(length % level);
  }
}
