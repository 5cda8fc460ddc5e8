import ignore, { type Ignore } from 'ignore';

/** File systems of Linux tell upper from lower case, and Git does as they do. */
const ignorecase = process.platform !== 'linux';

/** What `.gitignore` files say, those of inner folders after those of outer ones, as Git reads them. */
export class IgnoreRules {
  readonly #levels: readonly { readonly base: string; readonly rules: Ignore }[];

  constructor(levels: readonly { readonly base: string; readonly rules: Ignore }[] = []) {
    this.#levels = levels;
  }

  /** These rules and those of a file in a folder; `base` is the folder's path, '' for the root. */
  with(base: string, text: string): IgnoreRules {
    return new IgnoreRules([...this.#levels, { base, rules: ignore({ ignorecase }).add(text) }]);
  }

  /** Of something whose parent is not ignored. */
  ignores(path: string, { isFolder }: { readonly isFolder: boolean }): boolean {
    let isIgnored = false;
    for (const { base, rules } of this.#levels) {
      const relative = base === '' ? path : path.slice(base.length + 1);
      const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative);
      isIgnored = ignored || (isIgnored && !unignored);
    }
    return isIgnored;
  }
}
