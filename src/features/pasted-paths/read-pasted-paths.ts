/** More lines, or longer ones, are a text that happens to look like paths. */
const maxLines = 20;
const maxLength = 1_000;

/**
 * The paths in a text that consists of nothing but paths, one a line; none for any other text. Whether there is anything at
 * these paths is not asked here. Paths of network shares (`\\server\share`) are none: to look at them is to call that server.
 */
export function readPastedPaths(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => unquoted(line.trim()))
    .filter((line) => line !== '');
  return lines.length <= maxLines && lines.every(isPath) ? lines : [];
}

function unquoted(line: string): string {
  return /^(["'`])(.+)\1$/.exec(line)?.[2] ?? line;
}

function isPath(line: string): boolean {
  if (line.length > maxLength || /[\0<>|*?]/.test(line) || /^(\\\\|\/\/)/.test(line)) {
    return false;
  }
  if (/^[a-z][\w+.-]+:/i.test(line)) {
    return /^file:\/\/\/[^/]/i.test(line);
  }
  const isAbsolute = /^(\/|~\/|[a-z]:[\\/])[^\s/]/i.test(line);
  // A name alone is a word, unless it has an extension; one with spaces is a sentence.
  const isRelative = /^[^\s:]+$/.test(line) && (/[^/\\][/\\][^/\\]/.test(line) || /[^.\s]\.[a-z]\w{0,9}$/i.test(line));
  return isAbsolute || isRelative;
}
