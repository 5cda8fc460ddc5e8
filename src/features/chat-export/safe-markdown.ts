/**
 * Text of a chat as it may stand in a Markdown file that any viewer opens: pictures that would be loaded from elsewhere, and
 * HTML, are shown as what was written. Code stays as it is.
 */
export function safeMarkdown(text: string): string {
  let fence: string | undefined;
  const lines: string[] = [];
  let prose: string[] = [];
  const endProse = (): void => {
    lines.push(...(prose.length > 0 ? [outsideOfCode(prose.join('\n'))] : []));
    prose = [];
  };
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      lines.push(line);
      fence = mark?.startsWith(fence) && line.trim() === mark ? undefined : fence;
    } else if (mark !== undefined) {
      endProse();
      lines.push(line);
      fence = mark;
    } else {
      prose.push(line);
    }
  }
  endProse();
  // What is cut off within a listing must not take what follows into it.
  return fence === undefined ? lines.join('\n') : `${lines.join('\n')}\n${fence}`;
}

/** Pieces of code within a paragraph are passed over; a run of backticks that nothing closes is no code. */
function outsideOfCode(text: string): string {
  return text.replace(
    /(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n))*?(?<!`)\1(?!`)|!\[|<(?=[a-z/!?])(?!(?:https?|mailto):)/gi,
    (found) => (found === '![' ? '\\![' : found === '<' ? '\\<' : found),
  );
}
