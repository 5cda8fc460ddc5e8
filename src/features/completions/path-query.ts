/**
 * A glob for the files that may be meant by what was typed: its parts between slashes occur in this order in the names of
 * folders and of the file, in upper or lower case.
 */
export function globOf(query: string): string {
  const parts = query.split(/[\\/]+/).filter((part, index, all) => part !== '' || index === all.length - 1);
  return parts.map((part) => (part === '' ? '**/*' : `**/*${[...part].map(anyCase).join('')}*`)).join('/');
}

/** VS Code's globs tell cases apart, and know no way to take a special character for itself. */
function anyCase(letter: string): string {
  if (/[*?[\]{},!^-]/.test(letter)) {
    return '?';
  }
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  return lower === upper || lower.length !== 1 || upper.length !== 1 ? letter : `[${lower}${upper}]`;
}

/** How well a path fits what was typed: more is better, 0 is not at all. */
export function pathFit(path: string, query: string): number {
  const typed = query.replaceAll('\\', '/').toLowerCase();
  const whole = path.toLowerCase();
  const name = whole.slice(whole.lastIndexOf('/') + 1);
  if (name === typed) {
    return 6;
  }
  if (name.startsWith(typed)) {
    return 5;
  }
  const place = name.indexOf(typed);
  if (place > 0) {
    return isWordStart(path.slice(-name.length), place) ? 4 : 3;
  }
  if (whole.includes(typed)) {
    return 2;
  }
  return holdsInOrder(whole, typed.split('/')) ? 1 : 0;
}

/** After a separator, or a capital letter as in `trayCard`. */
function isWordStart(name: string, place: number): boolean {
  const letter = name.charAt(place);
  return /[^\p{L}\d]/u.test(name.charAt(place - 1)) || (letter !== letter.toLowerCase() && place > 0);
}

function holdsInOrder(path: string, parts: readonly string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const found = path.indexOf(part, from);
    from = found + part.length;
    return found >= 0;
  });
}
