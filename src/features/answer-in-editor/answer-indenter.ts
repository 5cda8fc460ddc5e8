import { IndentationConverter, type IndentationUnit } from './indentation-converter';

export interface IndenterOptions {
  /** What every line but the first begins with. */
  readonly indentation: string;
  /** What the first line needs in front of it, where the cursor stands short of the indentation. */
  readonly firstLine: string;
  /** What further levels are written in; as the answer has them where it is left out. */
  readonly unit?: IndentationUnit;
}

/**
 * Moves an answer as it streams to where it belongs: the indentation of its own first line is taken off every line and
 * the file's is put in its place; what is left of it is written in the file's unit. Lines without text stay empty, and
 * empty lines at the end are left out.
 */
export class AnswerIndenter {
  readonly #options: IndenterOptions;
  readonly #converter: IndentationConverter | undefined;
  /** Indentation of the answer's own first line, once known. */
  #own: string | undefined;
  /** Spaces at the beginning of a line, before anything else of it is known. */
  #spaces = '';
  /** Line breaks that come out with the next text. */
  #lineBreaks = '';
  #isInLine = false;

  constructor(options: IndenterOptions) {
    this.#options = options;
    this.#converter = options.unit && new IndentationConverter(options.unit);
  }

  push(text: string): string {
    return text
      .replaceAll('\r', '')
      .split(/(?<=\n)/)
      .map((piece) => this.#take(piece))
      .join('');
  }

  #take(piece: string): string {
    const hasBreak = piece.endsWith('\n');
    const output = this.#takeText(hasBreak ? piece.slice(0, -1) : piece);
    if (hasBreak) {
      this.#lineBreaks += this.#own === undefined ? '' : '\n';
      this.#spaces = '';
      this.#isInLine = false;
    }
    return output;
  }

  #takeText(text: string): string {
    if (this.#isInLine) {
      return text;
    }
    const line = this.#spaces + text;
    const content = line.search(/[^ \t]/);
    if (content < 0) {
      this.#spaces = line;
      return '';
    }
    const spaces = line.slice(0, content);
    const isFirst = this.#own === undefined;
    this.#own ??= spaces;
    const further = withoutPrefix(spaces, this.#own);
    const output =
      this.#lineBreaks +
      (isFirst ? this.#options.firstLine : this.#options.indentation) +
      (this.#converter?.convert(further) ?? further) +
      line.slice(content);
    this.#lineBreaks = '';
    this.#spaces = '';
    this.#isInLine = true;
    return output;
  }
}

/** A line that is indented less than the first one has nothing left. */
function withoutPrefix(spaces: string, prefix: string): string {
  return spaces.startsWith(prefix) ? spaces.slice(prefix.length) : '';
}
