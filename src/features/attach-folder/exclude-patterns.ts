import ignore from 'ignore';

/**
 * VS Code's `files.exclude` and `search.exclude`, read as rules of a `.gitignore` at the root: its globs mean the same there
 * but for braces, which are written out, and for patterns without a slash, which it matches at the root alone.
 */
export function excludedBy(settings: readonly unknown[]): (path: string) => boolean {
  const rules = ignore({ ignorecase: process.platform !== 'linux' }).add(settings.flatMap(patternsOf));
  // What is outside of the root has a path that no pattern is meant for.
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}

function patternsOf(setting: unknown): readonly string[] {
  const entries = typeof setting === 'object' && setting !== null ? Object.entries(setting) : [];
  // `{ "when": … }` hides what another file was made from; that is still worth reading.
  return entries.filter(([, value]) => value === true).flatMap(([pattern]) => expandBraces(pattern).map(anchored));
}

function anchored(pattern: string): string {
  return pattern.startsWith('**/') || pattern.startsWith('/') ? pattern : `/${pattern}`;
}

function expandBraces(pattern: string): readonly string[] {
  const [whole, before = '', inner = '', after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern) ?? [];
  return whole === undefined
    ? [pattern]
    : inner.split(',').flatMap((choice) => expandBraces(`${before}${choice}${after}`));
}
