import { t } from '@vscode/l10n';
import { markdownElement } from '../markdown/markdown-node';
import type { MarkdownElement, MarkdownNode } from '../markdown/markdown-node';
import { findPlaces, type NamedPlace, type PlaceTarget } from './place-links';

/** What is code, or leads somewhere already. */
const untouched = new Set(['code', 'pre', 'a', 'button']);

/** A rendered block in which the places that it names can be clicked. */
export function linkPlaces(block: MarkdownElement, targets: readonly PlaceTarget[]): MarkdownElement {
  if (targets.length === 0 || isUntouched(block)) {
    return block;
  }
  let before = '';
  const visit = (element: MarkdownElement): MarkdownElement => ({
    ...element,
    children: element.children.flatMap((child): readonly MarkdownNode[] => {
      if (typeof child === 'string') {
        const linked = linkText(child, findPlaces(child, targets, before));
        before += child;
        return linked;
      }
      if (isUntouched(child)) {
        before += textOf(child);
        return [child];
      }
      return [visit(child)];
    }),
  });
  return visit(block);
}

function isUntouched({ tag, attributes }: MarkdownElement): boolean {
  return untouched.has(tag) || attributes['class'] === 'code-block';
}

function linkText(text: string, places: readonly NamedPlace[]): readonly MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let end = 0;
  for (const place of places) {
    nodes.push(text.slice(end, place.start), link(text.slice(place.start, place.end), place));
    end = place.end;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== '');
}

function link(text: string, { id, place }: NamedPlace): MarkdownElement {
  const where: Record<string, string> =
    'page' in place ? { 'data-page': String(place.page) } : { 'data-seconds': String(place.seconds) };
  const title = 'page' in place ? t('Show page {0}', place.page) : t('Show this moment');
  return markdownElement('button', { type: 'button', class: 'place-link', title, 'data-place-of': id, ...where }, [
    text,
  ]);
}

function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
