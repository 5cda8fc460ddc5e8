import { codeBlock } from './code-block';
import { sameNode } from './markdown-node';
import type { MarkdownElement } from './markdown-node';
import { openFence, openFenceCode } from './open-fence';
import type { OpenFence } from './open-fence';
import { markdownParser } from './parser';
import { LateDefinitions } from './late-definitions';
import type { MarkdownToken, ParserEnvironment } from './parser';
import { provisionalText } from './provisional-text';
import { renderBlocks } from './render-blocks';

/**
 * Markdown that arrives in pieces, as top-level blocks. Block structure is decided line by line from left to right: once
 * a later block has begun on a complete line, every earlier one is final. So only the open tail is parsed again, and
 * the end result is the one that a parse of the whole text gives.
 */
export class BlockStream {
  readonly #settled: MarkdownElement[] = [];
  readonly #definitions = new LateDefinitions();
  #live: readonly MarkdownElement[] = [];
  #tail = '';
  /** Length of the part of the tail, in complete lines, that was searched for closed blocks. */
  #examined = 0;
  #fence: OpenFence | undefined;
  #endsWithReturn = false;
  #isFinished = false;

  /** How many blocks are final. */
  get settledCount(): number {
    return this.#settled.length;
  }

  get length(): number {
    return this.#settled.length + this.#live.length;
  }

  block(index: number): MarkdownElement | undefined {
    return this.#settled[index] ?? this.#live[index - this.#settled.length];
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
    this.#isFinished = true;
    const changed = [...this.#settle(source)];
    return [...changed, ...this.#definitions.withoutNote().filter((index) => this.#renderAgain(index))];
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
    markdownParser.block.parse(complete, markdownParser, { open: true }, tokens);
    // Lines between the last two blocks stay: they may be a link reference whose title is still open.
    const blocks = tokens.filter(isTopLevel);
    // Without its end, a formula may turn out to be text of the paragraph before it.
    const closedLines = blocks.at(isOpenFormula(blocks.at(-1)) ? -3 : -2)?.map?.[1];
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
    const environment = this.#environment();
    const tokens = markdownParser.parse(source, environment);
    const lines = source.split('\n');
    topLevelBlocks(tokens).forEach((block, index) => {
      const [first, end] = block[0]?.map ?? [0, 0];
      this.#definitions.note(before + index, block, () => lines.slice(first, end).join('\n'));
    });
    for (const element of renderBlocks(tokens)) {
      this.#settled.push(element);
    }
    return this.#definitions.learn(environment, before).filter((index) => this.#renderAgain(index));
  }

  /** @returns whether the block renders differently with the definitions known now */
  #renderAgain(index: number): boolean {
    const [again] = renderBlocks(markdownParser.parse(this.#definitions.source(index), this.#environment()));
    if (!again || sameNode(this.#settled[index], again)) {
      return false;
    }
    this.#settled[index] = again;
    return true;
  }

  #environment(): ParserEnvironment {
    return { ...this.#definitions.environment(), awaitsNotes: !this.#isFinished };
  }

  #renderLive(): void {
    const tokens = markdownParser.parse(provisionalText(this.#tail), {
      ...this.#environment(),
      open: true,
    });
    this.#live = renderBlocks(tokens);
    const [token] = tokens;
    this.#fence = tokens.length === 1 && token?.type === 'fence' ? openFence(this.#tail) : undefined;
  }
}

function isOpenFormula(token: MarkdownToken | undefined): boolean {
  return token?.type === 'formula_block' && (token.meta as { readonly open: boolean }).open;
}

/** The tokens of each top-level block, in order. */
function topLevelBlocks(tokens: readonly MarkdownToken[]): readonly (readonly MarkdownToken[])[] {
  const blocks: MarkdownToken[][] = [];
  for (const token of tokens) {
    if (isTopLevel(token)) {
      blocks.push([]);
    }
    blocks.at(-1)?.push(token);
  }
  return blocks;
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
