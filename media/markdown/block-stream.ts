import { codeBlock } from './code-block';
import { sameNode } from './markdown-node';
import type { MarkdownElement } from './markdown-node';
import { openFence, openFenceCode } from './open-fence';
import type { OpenFence } from './open-fence';
import { markdownParser } from './parser';
import type { LinkReferences, MarkdownToken } from './parser';
import { provisionalText } from './provisional-text';
import { renderBlocks } from './render-blocks';

interface SettledBlock {
  readonly element: MarkdownElement;
  /** Kept where a link reference that is defined later may still change how the block renders. */
  readonly source: string | undefined;
}

/**
 * Markdown that arrives in pieces, as top-level blocks. Block structure is decided line by line from left to right: once
 * a later block has begun on a complete line, every earlier one is final. So only the open tail is parsed again, and
 * the end result is the one that a parse of the whole text gives.
 */
export class BlockStream {
  readonly #settled: SettledBlock[] = [];
  readonly #references: LinkReferences = {};
  #live: readonly MarkdownElement[] = [];
  #tail = '';
  /** Length of the part of the tail, in complete lines, that was searched for closed blocks. */
  #examined = 0;
  #fence: OpenFence | undefined;
  #endsWithReturn = false;

  /** How many blocks are final. */
  get settledCount(): number {
    return this.#settled.length;
  }

  get length(): number {
    return this.#settled.length + this.#live.length;
  }

  block(index: number): MarkdownElement | undefined {
    return this.#settled[index]?.element ?? this.#live[index - this.#settled.length];
  }

  /** @returns the indexes of final blocks that changed after all, because a link they use is defined only now */
  append(text: string): readonly number[] {
    this.#tail += this.#normalize(text);
    this.#fence = this.#fence && openFence(this.#tail, this.#fence);
    if (this.#fence) {
      this.#live = [codeBlock(openFenceCode(this.#tail, this.#fence), this.#fence.language)];
      return [];
    }
    const changed = this.#settleClosedBlocks();
    this.#renderLive();
    return changed;
  }

  /** Nothing more will come: what is open is final as it is. */
  finish(): readonly number[] {
    const source = this.#tail + (this.#endsWithReturn ? '\n' : '');
    this.#endsWithReturn = false;
    this.#tail = '';
    this.#live = [];
    this.#fence = undefined;
    return this.#settle(source);
  }

  /** A line may end with CR LF or CR alone, and a chunk may end between the two. */
  #normalize(text: string): string {
    const whole = this.#endsWithReturn ? `\r${text}` : text;
    this.#endsWithReturn = whole.endsWith('\r');
    return (this.#endsWithReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }

  #settleClosedBlocks(): readonly number[] {
    const end = this.#tail.lastIndexOf('\n') + 1;
    if (end === this.#examined) {
      return [];
    }
    this.#examined = end;
    const complete = this.#tail.slice(0, end);
    const tokens: MarkdownToken[] = [];
    markdownParser.block.parse(complete, markdownParser, {}, tokens);
    // Lines between the last two blocks stay: they may be a link reference whose title is still open.
    const closedLines = tokens.filter(isTopLevel).at(-2)?.map?.[1];
    if (closedLines === undefined) {
      return [];
    }
    const boundary = lineOffset(complete, closedLines);
    const source = this.#tail.slice(0, boundary);
    this.#tail = this.#tail.slice(boundary).replace(/^(?:[ \t]*\n)+/, '');
    this.#examined = 0;
    return this.#settle(source);
  }

  #settle(source: string): readonly number[] {
    const before = this.#settled.length;
    const known = Object.keys(this.#references).length;
    const tokens = markdownParser.parse(source, { references: this.#references });
    const starts = tokens.filter(isTopLevel).map((token) => lineOffset(source, token.map?.[0] ?? 0));
    renderBlocks(tokens).forEach((element, index) => {
      const text = source.slice(starts[index], starts[index + 1]);
      this.#settled.push({ element, source: text.includes('[') ? text : undefined });
    });
    return Object.keys(this.#references).length === known ? [] : this.#renderAgain(before);
  }

  /** Renders the first `count` blocks with the references known now. */
  #renderAgain(count: number): readonly number[] {
    const changed: number[] = [];
    for (const [index, { element, source }] of this.#settled.slice(0, count).entries()) {
      if (source !== undefined) {
        const [again] = renderBlocks(markdownParser.parse(source, { references: this.#references }));
        if (again && !sameNode(element, again)) {
          this.#settled[index] = { element: again, source };
          changed.push(index);
        }
      }
    }
    return changed;
  }

  #renderLive(): void {
    const tokens = markdownParser.parse(provisionalText(this.#tail), { references: { ...this.#references } });
    this.#live = renderBlocks(tokens);
    const [token] = tokens;
    this.#fence = tokens.length === 1 && token?.type === 'fence' ? openFence(this.#tail) : undefined;
  }
}

/** Link references are no blocks: what they look like to the parser may change with the next line. */
function isTopLevel(token: MarkdownToken): boolean {
  return token.level === 0 && token.nesting !== -1 && token.type !== 'inline' && token.type !== 'reference_definition';
}

function lineOffset(text: string, line: number): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length;
    }
    offset = end + 1;
  }
  return offset;
}
