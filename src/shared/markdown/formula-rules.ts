import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { findFormula } from './find-formula';

/** Longest formula in lines of its own. What is longer is text: its end would be waited for in vain. */
const maxLines = 100;

/** Formulas in running text (`$…$`, `\(…\)`, `$$…$$`, `\[…\]`) and in lines of their own (`$$…$$`, `\[…\]`). */
export function addFormulas(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'formula', inlineFormula);
  parser.block.ruler.before('fence', 'formula', formulaBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

/** For each text, behind which place no formula of more than one line can end: each beginning is not searched to the end. */
const lastClosings = new WeakMap<StateInline, number>();

function inlineFormula(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const character = src[pos];
  if (character !== '$' && !(character === '\\' && /[([]/.test(src[pos + 1] ?? ''))) {
    return false;
  }
  const isOpenText = state.env['open'] === true;
  if (!isOpenText && pos > lastClosing(state)) {
    return false;
  }
  const formula = findFormula(src, pos);
  if (formula === undefined || (formula === 'open' && !isOpenText)) {
    return false;
  }
  if (formula === 'open') {
    if (!silent) {
      state.push('text', '', 0).content = src.slice(pos);
    }
    state.pos = state.posMax;
    return true;
  }
  if (!silent) {
    const token = state.push('formula', '', 0);
    token.content = formula.tex;
    token.meta = { display: formula.display };
  }
  state.pos = formula.end;
  return true;
}

function lastClosing(state: StateInline): number {
  const known = lastClosings.get(state);
  if (known !== undefined) {
    return known;
  }
  const last = Math.max(...['\\)', '\\]', '$'].map((closing) => state.src.lastIndexOf(closing)));
  lastClosings.set(state, last);
  return last;
}

/**
 * A formula in lines of its own. After a line that holds the opening alone, it may have blank lines; otherwise a blank line
 * ends the search. Without its end it is text, unless `open` in the parser's environment says that the end may come.
 */
function formulaBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) >= 4) {
    return false;
  }
  const opening = lineOf(state, startLine);
  const closing = opening.startsWith('$$') ? '$$' : opening.startsWith('\\[') ? '\\]' : undefined;
  if (closing === undefined) {
    return false;
  }
  const lines: string[] = [];
  for (let line = startLine; ; line++) {
    if (line === endLine) {
      return endsWithText(state, endLine) && finish(state, { startLine, endLine: line, lines, silent, open: true });
    }
    const isLeft = line > startLine && indentOf(state, line) < 0 && !state.isEmpty(line);
    const isBlankEnd = state.isEmpty(line) && lines[0] !== '';
    if (isLeft || isBlankEnd || lines.length >= maxLines) {
      return false;
    }
    const text = line === startLine ? opening.slice(2) : lineOf(state, line);
    const end = text.indexOf(closing);
    lines.push(end < 0 ? text : text.slice(0, end));
    if (end >= 0) {
      const isWhole = end + 2 === text.length && lines.some((one) => one.trim() !== '');
      return isWhole && finish(state, { startLine, endLine: line + 1, lines, silent, open: false });
    }
  }
}

interface FoundLines {
  readonly startLine: number;
  readonly endLine: number;
  readonly lines: readonly string[];
  readonly silent: boolean;
  readonly open: boolean;
}

function finish(state: StateBlock, { startLine, endLine, lines, silent, open }: FoundLines): boolean {
  if (!silent) {
    const token = state.push('formula_block', '', 0);
    token.content = lines.join('\n').trim();
    token.map = [startLine, endLine];
    token.meta = { open };
    state.line = endLine;
  }
  return true;
}

/** Whether a block that reaches this line may go on with text that has not come yet. */
function endsWithText(state: StateBlock, endLine: number): boolean {
  return state.env['open'] === true && (state.eMarks[endLine - 1] ?? 0) >= state.src.trimEnd().length;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}
