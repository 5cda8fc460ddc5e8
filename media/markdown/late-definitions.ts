import { isLikelyNote } from '../../src/shared/markdown/footnote-rules';
import { markdownParser } from './parser';
import type { MarkdownToken, ParserEnvironment } from './parser';

/** What is not empty and between brackets: all that may turn out to be the label of a link reference or of a footnote. */
const bracketed = /\[((?:\\.|[^\\[\]])+)\]/g;

/**
 * Link references and footnotes that a growing text has defined so far, and which final blocks named what was not defined
 * yet: a definition that comes late costs what the blocks cost that it changes, however long the text is.
 */
export class LateDefinitions {
  readonly #known: ParserEnvironment = { references: {}, footnotes: {} };
  readonly #waiting = new Map<string, Set<number>>();
  readonly #sources = new Map<number, string>();

  /** For one run of the parser: it finds all that is known, and what it adds can be told apart. */
  environment(): ParserEnvironment {
    return {
      references: Object.create(this.#known.references) as ParserEnvironment['references'],
      footnotes: Object.create(this.#known.footnotes) as ParserEnvironment['footnotes'],
    };
  }

  /** Remembers what a final block names. */
  note(index: number, tokens: readonly MarkdownToken[], source: () => string): void {
    for (const { type, content } of tokens) {
      if (type !== 'inline' || !content.includes('[')) {
        continue;
      }
      for (const [, label = ''] of content.matchAll(bracketed)) {
        const key = markdownParser.utils.normalizeReference(label);
        if (this.#isKnown(key)) {
          continue;
        }
        this.#waiting.set(key, (this.#waiting.get(key) ?? new Set()).add(index));
        if (!this.#sources.has(index)) {
          this.#sources.set(index, source());
        }
      }
    }
  }

  source(index: number): string {
    return this.#sources.get(index) ?? '';
  }

  /** Takes over what a run of the parser added; gives the blocks before the index `end` that have waited for it. */
  learn({ references, footnotes }: ParserEnvironment, end: number): readonly number[] {
    Object.assign(this.#known.references, references);
    Object.assign(this.#known.footnotes, footnotes);
    const labels = [...Object.keys(references), ...Object.keys(footnotes).map((label) => `^${label}`)];
    const changed = new Set(labels.flatMap((label) => [...(this.#waiting.get(label) ?? [])]));
    labels.forEach((label) => this.#waiting.delete(label));
    return [...changed].filter((index) => index < end).sort((a, b) => a - b);
  }

  /** The final blocks that show a footnote mark for a note which is not defined so far. */
  withoutNote(): readonly number[] {
    const labels = [...this.#waiting.keys()].filter((label) => label.startsWith('^') && isLikelyNote(label.slice(1)));
    return [...new Set(labels.flatMap((label) => [...(this.#waiting.get(label) ?? [])]))];
  }

  #isKnown(key: string): boolean {
    return key in this.#known.references || key.slice(1) in this.#known.footnotes;
  }
}
