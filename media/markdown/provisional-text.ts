import { findFormula } from '../../src/shared/markdown/find-formula';

/** A line that so far holds only what may turn out to start a block, underline a heading, open a fence or name a callout. */
const bareMarker =
  /(?:^|\n)[ \t]*(?:-+|=+|[*_]+|\++|>(?:[ \t]*\[(?:![a-z]*)?)?|#{1,6}|`{1,2}|`{3,}[^`\n]*|~{1,2}|~{3,}[^~\n]*|\||\d{1,9}[.)]?)[ \t]*$/i;

/** A line that opens or closes a fence, also inside of lists and quotes. */
const fenceLine = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})/;

/** `[label](target` or `![label](target`, without the end. */
const openLink = /!?\[([^[\]\n]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)$/;

/**
 * The open tail of a text as it is best shown now. What is half written reads wrong in markdown: `- ` without its text makes
 * a heading of the line above, and `**` without its partner shows as two stars. This closes or hides such ends, for as
 * long as the tail is open; once it is final, its text is taken as it is.
 */
export function provisionalText(tail: string): string {
  const start = tail.lastIndexOf('\n') + 1;
  if (endsInFence(tail.slice(0, start))) {
    return tail.replace(/(?:^|\n)[ \t]*(?:`+|~+)$/, '');
  }
  if (endsInFormula(tail)) {
    return tail;
  }
  const shown = tail.replace(bareMarker, '');
  if (shown !== tail) {
    return shown;
  }
  return tail.slice(0, start) + completeLine(tail.slice(start));
}

function endsInFence(lines: string): boolean {
  let open = '';
  for (const line of lines.split('\n')) {
    const marker = fenceLine.exec(line)?.[1];
    if (marker !== undefined && open === '') {
      open = marker;
    } else if (marker?.startsWith(open)) {
      open = '';
    }
  }
  return open !== '';
}

/** Whether a formula in lines of its own is open: `formulaBlock` shows it as it is. */
function endsInFormula(tail: string): boolean {
  const start = Math.max(tail.lastIndexOf('\n$$'), tail.lastIndexOf('\n\\['));
  const opening = /^ {0,3}(?:\$\$|\\\[)/.exec(tail.slice(start + 1))?.[0];
  return opening !== undefined && findFormula(tail.slice(start + 1 + opening.length - 2), 0) === 'open';
}

function completeLine(whole: string): string {
  // The second letter of an opening or closing delimiter comes with the next piece.
  const line = whole.replace(/(?<![\\$])[\\$]$/, '');
  const written = withoutFormulas(line);
  if (written === undefined) {
    return line;
  }
  // Code is taken out first: what looks like markup inside of it is not.
  const outside = written.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length));
  const openCode = /(`+)[^`]*$/.exec(outside);
  if (openCode) {
    const marker = openCode[1] ?? '';
    return openCode[0] === marker ? line.slice(0, -marker.length) : line + marker;
  }
  const link = openLink.exec(outside);
  if (link) {
    return `${line.slice(0, link.index)}${link[1] ?? ''}`;
  }
  return closeEmphasis(line, outside);
}

/** The line with formulas made blank: what looks like markup inside of them is not. Nothing when one is open at its end. */
function withoutFormulas(line: string): string | undefined {
  let text = line;
  for (let start = text.search(/[\\$]/); start >= 0;) {
    const formula = findFormula(text, start);
    if (formula === 'open') {
      return undefined;
    }
    const end = formula?.end ?? start + (text[start] === '\\' ? 2 : 1);
    text = formula ? text.slice(0, start) + ' '.repeat(end - start) + text.slice(end) : text;
    const next = text.slice(end).search(/[\\$]/);
    start = next < 0 ? -1 : end + next;
  }
  return text;
}

function closeEmphasis(line: string, outside: string): string {
  const trailing = /(?:^|\s)(\*{1,3}|_{1,3}|~~?)$/.exec(outside)?.[1];
  if (trailing !== undefined) {
    return line.slice(0, -trailing.length);
  }
  // The other half of a closing `**` comes with the next piece.
  const strong = isOpen(outside, /\*\*/g);
  const half = strong && /[^*\s]\*$/.test(outside);
  const closed = half ? `${line}*` : strong ? `${line.trimEnd()}**` : line;
  const rest = outside.replace(/\*\*/g, '  ');
  return !half && isOpen(rest, /(?<=^|[\s(])\*(?=\S)|(?<=\S)\*(?=$|[\s).,;:!?])/g) ? `${closed.trimEnd()}*` : closed;
}

function isOpen(text: string, marker: RegExp): boolean {
  return (text.match(marker)?.length ?? 0) % 2 === 1;
}
