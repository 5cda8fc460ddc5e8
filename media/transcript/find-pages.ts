import type { NamedPlace, PlaceTarget } from './place-links';
import { targetNamed } from './target-named';

/** "p. 3", "pp. 3-5", "page 3", "pages 3–5"; a longer number goes on with a dot or a comma between digits. */
const pages = /(?<![\p{L}\d])(?<word>pp?\.|pages?)[ \u00a0]?(?<first>\d{1,5})(?:\s?[-–—]\s?\d{1,5})?(?![\d]|[.,]\d)/giu;

/** What goes on after the first of several: "and 8". */
const another = /(?:,\s*(?:and\s+)?|\s+(?:and|&|or)\s+)(?<first>\d{1,5})(?:\s?[-–—]\s?\d{1,5})?(?![\d]|[.,]\d)/iuy;

/** Pages that a text names and that exist. */
export function findPages(text: string, targets: readonly PlaceTarget[], before: string): readonly NamedPlace[] {
  const documents = targets.filter((target) => target.type === 'pages');
  if (documents.length === 0) {
    return [];
  }
  const found: NamedPlace[] = [];
  for (const match of text.matchAll(pages)) {
    const { word = '', first = '' } = match.groups ?? {};
    let end = match.index + match[0].length;
    const isList = /^(?:pp\.|pages)$/i.test(word);
    const numbers = [{ start: match.index, end, page: Number(first) }];
    for (let next = isList ? matchAt(text, end) : undefined; next; next = matchAt(text, end)) {
      numbers.push(next);
      end = next.end;
    }
    const document = targetNamed(documents, { before: before + text.slice(0, match.index), after: text.slice(end) });
    for (const { start, end: numberEnd, page } of numbers) {
      if (document && page >= 1 && page <= document.pageCount) {
        found.push({ start, end: numberEnd, id: document.id, place: { page } });
      }
    }
  }
  return found;
}

function matchAt(
  text: string,
  index: number,
): { readonly start: number; readonly end: number; readonly page: number } | undefined {
  another.lastIndex = index;
  const match = another.exec(text);
  const first = match?.groups?.['first'];
  if (!match || first === undefined) {
    return undefined;
  }
  const end = index + match[0].length;
  return { start: index + match[0].indexOf(first), end, page: Number(first) };
}
