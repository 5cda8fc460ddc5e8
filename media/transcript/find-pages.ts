import type { NamedPlace, PlaceTarget } from './place-links';

type Pages = Extract<PlaceTarget, { readonly type: 'pages' }>;

/** "p. 3", "pp. 3-5", "page 3", "pages 3–5"; a longer number goes on with a dot or a comma between digits. */
const pages = /(?<![\p{L}\d])(?<word>pp?\.|pages?)[ \u00a0]?(?<first>\d{1,5})(?:\s?[-–—]\s?\d{1,5})?(?![\d]|[.,]\d)/giu;

/** What goes on after the first of several: "and 8". */
const another = /(?:,\s*(?:and\s+)?|\s+(?:and|&|or)\s+)(?<first>\d{1,5})(?:\s?[-–—]\s?\d{1,5})?(?![\d]|[.,]\d)/iuy;

/** Characters after a page in which "of spec.pdf" may stand. */
const nameReach = 80;

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
    const document = documentNamed(documents, { before: before + text.slice(0, match.index), after: text.slice(end) });
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

/** The one that is named right after, as in "p. 3 of spec.pdf"; else the one named last before; else the last attached. */
function documentNamed(
  documents: readonly Pages[],
  { before, after }: { readonly before: string; readonly after: string },
): Pages | undefined {
  if (documents.length === 1) {
    return documents[0];
  }
  const near = after.slice(0, nameReach).toLowerCase();
  const earlier = before.toLowerCase();
  const mentioned = (document: Pages, find: (name: string) => number): number =>
    Math.max(...namesOf(document).map(find));
  const behind = documents.find((document) => mentioned(document, (name) => (followsOf(near, name) ? 1 : -1)) > 0);
  const inFront = documents
    .map((document) => ({ document, index: mentioned(document, (name) => earlier.lastIndexOf(name)) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => b.index - a.index);
  return behind ?? inFront[0]?.document ?? documents.at(-1);
}

function followsOf(after: string, name: string): boolean {
  const start = /^[\s\])]*(?:of|in)\s+[`"'*“‘]*(?:the\s+)?/.exec(after)?.[0];
  return start !== undefined && after.startsWith(name, start.length);
}

/** With and without its extension. */
function namesOf({ name }: Pages): readonly string[] {
  const lower = name.toLowerCase();
  const stem = lower.replace(/\.pdf$/, '');
  return stem.length >= 3 ? [lower, stem] : [lower];
}
