import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** Labels of the footnotes that are defined, normalized; shared between the parts of one text like link references. */
export type Footnotes = Record<string, true>;

/**
 * Footnotes as GitHub writes them. A note stays where it is written and keeps its own label, so that neither depends on
 * what comes later in the text.
 */
export function addFootnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote', footnoteBlock, { alt: ['paragraph', 'reference'] });
  parser.inline.ruler.after('link', 'footnote', footnoteReference);
}

function footnoteReference(state: StateInline, silent: boolean): boolean {
  const pattern = /\[\^([^\s[\]]+)\]/y;
  pattern.lastIndex = state.pos;
  const [source, label] = pattern.exec(state.src) ?? [];
  if (source === undefined || label === undefined || !isKnown(state, label)) {
    return false;
  }
  if (!silent) {
    const token = state.push('footnote_reference', '', 0);
    token.content = label;
  }
  state.pos += source.length;
  return true;
}

/** A number is shown as a reference at once while the text still grows: its note most likely comes. */
function isKnown(state: StateInline, label: string): boolean {
  const { footnotes, awaitsNotes } = state.env as { readonly footnotes?: Footnotes; readonly awaitsNotes?: boolean };
  const isDefined = footnotes?.[state.md.utils.normalizeReference(label)] === true;
  return isDefined || (awaitsNotes === true && isLikelyNote(label));
}

export function isLikelyNote(label: string): boolean {
  return /^\d{1,3}$/.test(label);
}

/** `[^label]: text`, with what is indented by four columns below it. */
function footnoteBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const line = state.src.slice(start, state.eMarks[startLine]);
  const [opening, label] = /^\[\^([^\s[\]]+)\]:[ \t]*/.exec(line) ?? [];
  const indent = state.sCount[startLine] ?? 0;
  // What is left of the block that it would go on with may end that block, but not start a note inside of it.
  const isOutside = state.level === 0 || (silent && indent < state.blkIndent);
  if (opening === undefined || label === undefined || indent >= 4 || !isOutside) {
    return false;
  }
  if (silent) {
    return true;
  }
  const footnotes = (state.env['footnotes'] ??= {}) as Footnotes;
  footnotes[state.md.utils.normalizeReference(label)] = true;
  const open = state.push('footnote_open', 'div', 1);
  open.attrSet('data-footnote', label);
  const { parentType, blkIndent } = state;
  const first = { mark: state.bMarks[startLine], shift: state.tShift[startLine], indent: state.sCount[startLine] };
  state.parentType = 'footnote';
  state.blkIndent = 4;
  state.bMarks[startLine] = start + opening.length;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = 4;
  state.md.block.tokenize(state, startLine, endLine);
  state.bMarks[startLine] = first.mark ?? 0;
  state.tShift[startLine] = first.shift ?? 0;
  state.sCount[startLine] = first.indent ?? 0;
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  open.map = [startLine, state.line];
  state.push('footnote_close', 'div', -1);
  return true;
}
