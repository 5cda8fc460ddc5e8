import { t } from '@vscode/l10n';

export type PageRange =
  /** One-based pages, each once, in their order. */
  | { readonly status: 'pages'; readonly pages: readonly number[] }
  /** As a sentence. */
  | { readonly status: 'wrong'; readonly reason: string };

/** A page, or a range that may lack one of its ends: "3", "1-3", "5-", "-4"; dashes of any kind. */
const part = /^(?:(?<single>\d+)|(?<first>\d*)\s*[-–—]\s*(?<last>\d*))$/;

/** Reads pages as people write them for printing, as in "1-3, 8". Nothing written means all pages. */
export function parsePageRange(text: string, pageCount: number): PageRange {
  const pages = new Set<number>();
  const written = text
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  for (const item of written) {
    const { single, first, last } = part.exec(item)?.groups ?? {};
    if (single === undefined && !first && !last) {
      return wrong(t('"{0}" is neither a page nor a range of pages. Write them as in "1-3, 8".', item));
    }
    const from = Number(single ?? (first || 1));
    const to = Number(single ?? (last || pageCount));
    const missing = [from, to].find((page) => page < 1 || page > pageCount);
    if (missing !== undefined) {
      return wrong(
        pageCount === 1
          ? t('There is no page {0}: it has one page.', missing)
          : t('There is no page {0}: its pages are 1 to {1}.', missing, pageCount),
      );
    }
    if (from > to) {
      return wrong(t('"{0}" runs backwards. Write {1}-{2}.', item, to, from));
    }
    for (let page = from; page <= to; page++) {
      pages.add(page);
    }
  }
  return {
    status: 'pages',
    pages: written.length === 0 ? allPages(pageCount) : [...pages].sort((a, b) => a - b),
  };
}

export function allPages(pageCount: number): readonly number[] {
  return Array.from({ length: pageCount }, (_, index) => index + 1);
}

/** Pages in ascending order as `parsePageRange` reads them: "1-3, 8". */
export function formatPageRange(pages: readonly number[]): string {
  const ranges: { readonly first: number; last: number }[] = [];
  for (const page of pages) {
    const current = ranges.at(-1);
    if (current && page === current.last + 1) {
      current.last = page;
    } else {
      ranges.push({ first: page, last: page });
    }
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

function wrong(reason: string): PageRange {
  return { status: 'wrong', reason };
}
