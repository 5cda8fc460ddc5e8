/** Lines that only programs, terminals and stack traces have. */
const codeLine =
  /[{};]$|^[{}\])]|=>|[=!]==?|\w\(.*\)|^\s*(const|let|var|function|import|from|export|return|if|else|for|while|def|class|public|private|static|async|await|try|catch|package|func|fn|use|#include)\b|^<\/?\w+[^>]*>|^\s*at \S+|:\d+:\d+|^[$>%#] \w|^~?\/[\w./-]+ ?[$#]/;

/** Lines of a stack trace; few of them are enough, whatever else a terminal shows. */
const traceLine = /^\s*at \S.*:\d+|^\s*File ".*", line \d+|\b\w+(Error|Exception): |^\s*[\w./\\-]+:\d+:\d+/;

const CODE_SHARE = 0.5;
const MIN_TRACE_LINES = 2;
const MIN_LINES = 2;

/** Whether lines of text are source code or the output of a program rather than prose. */
export function looksLikeCode(lines: readonly string[]): boolean {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (filled.filter((line) => traceLine.test(line)).length >= MIN_TRACE_LINES) {
    return true;
  }
  return (
    filled.length >= MIN_LINES && filled.filter((line) => codeLine.test(line)).length >= filled.length * CODE_SHARE
  );
}

const languages: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/^\s*at .+:\d+(:\d+)?\)?$|^Traceback |\w+(Error|Exception): /m, 'text'],
  [/<\/\w+>|<!doctype/i, 'html'],
  [/^\s*(def|class) \w+.*:$|^\s*elif\b/m, 'python'],
  [/:\s*(string|number|boolean)\b|^\s*interface \w+/m, 'typescript'],
  [/\b(const|let|function)\b|=>/, 'javascript'],
  [/^[.#]?[\w-]+\s*\{$[^]*^\s*[\w-]+:.*;$/m, 'css'],
];

/** A language for the fence, as far as it is obvious; `text` otherwise. */
export function codeLanguage(lines: readonly string[]): string {
  const text = lines.join('\n');
  return languages.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}
