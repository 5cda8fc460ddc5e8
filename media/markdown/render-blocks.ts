import { t } from '@vscode/l10n';
import { calloutKind, withoutMarker } from '../../src/shared/markdown/callouts';
import type { CalloutKind } from '../../src/shared/markdown/callouts';
import { callout } from './callout';
import { codeBlock } from './code-block';
import { footnote } from './footnote-nodes';
import { formulaNode } from './formula-node';
import { renderInline } from './render-inline';
import { markdownElement } from './markdown-node';
import type { MarkdownElement, MarkdownNode } from './markdown-node';
import type { MarkdownToken } from './parser';
import { tableBlock } from './table-block';

interface OpenElement {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: MarkdownNode[];
  /** Of a quote that is more than that. */
  readonly callout?: CalloutKind | undefined;
}

/** Turns block tokens into nodes: one element for each top-level block. */
export function renderBlocks(tokens: readonly MarkdownToken[]): MarkdownElement[] {
  const root: OpenElement = { tag: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  tokens.forEach((token, index) => {
    const parent = open.at(-1) ?? root;
    if (token.nesting === 1) {
      // Paragraphs of tight lists are hidden: their text belongs to the item itself.
      open.push(token.hidden ? parent : { ...openElement(token), callout: calloutKind(tokens, index) });
    } else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed && !token.hidden) {
        open.at(-1)?.children.push(closeElement(token, closed));
      }
    } else if (token.type === 'inline') {
      appendInline(parent, inlineTokens(tokens, index), taskState(tokens, index));
    } else {
      parent.children.push(renderLeaf(token));
    }
  });
  return root.children.filter((child) => typeof child === 'object').map(withDirection);
}

function openElement(token: MarkdownToken): OpenElement {
  const attributes: Record<string, string> = {};
  const start = token.attrGet('start');
  if (start !== null) {
    attributes['start'] = String(start);
  }
  const alignment = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (alignment) {
    attributes['class'] = `align-${alignment}`;
  }
  const label = token.attrGet('data-footnote');
  if (label !== null) {
    attributes['data-footnote'] = String(label);
  }
  return { tag: token.tag, attributes, children: [] };
}

function closeElement(
  token: MarkdownToken,
  { tag, attributes, children, callout: kind }: OpenElement,
): MarkdownElement {
  if (kind) {
    return callout(kind, children);
  }
  if (token.type === 'heading_close') {
    // The page's own headings (chat, author) come above those of an answer.
    return markdownElement(`h${Math.min(Number(tag.slice(1)) + 2, 6)}`, { class: `heading-${tag.slice(1)}` }, children);
  }
  if (token.type === 'footnote_close') {
    return footnote(attributes['data-footnote'] ?? '', children);
  }
  const element = markdownElement(tag, attributes, children);
  return token.type === 'table_close' ? tableBlock(element) : element;
}

function renderLeaf(token: MarkdownToken): MarkdownElement {
  if (token.type === 'fence' || token.type === 'code_block') {
    const language = /^\s*(\S*)/.exec(token.info)?.[1] ?? '';
    return codeBlock(token.content.replace(/\n$/, ''), language);
  }
  if (token.type === 'formula_block') {
    const { open } = token.meta as { readonly open: boolean };
    return markdownElement(
      'div',
      { class: 'formula-block', tabindex: '0', role: 'group', 'aria-label': t('Formula') },
      [formulaNode(token.content, open ? 'open' : 'display')],
    );
  }
  return markdownElement(token.tag);
}

function inlineTokens(tokens: readonly MarkdownToken[], index: number): readonly MarkdownToken[] {
  const inline = tokens[index]?.children ?? [];
  return calloutKind(tokens, index - 2) ? withoutMarker(inline) : inline;
}

function appendInline(parent: OpenElement, inline: readonly MarkdownToken[], task: boolean | undefined): void {
  const children = renderInline(inline);
  if (task === undefined) {
    parent.children.push(...children);
    return;
  }
  const [first, ...rest] = children;
  const label = typeof first === 'string' ? first.slice(taskMarkerLength) : '';
  const state: Record<string, string> = task ? { checked: '' } : {};
  parent.children.push(
    markdownElement('input', {
      type: 'checkbox',
      class: 'task',
      disabled: '',
      ...state,
      'aria-label': task ? t('Done') : t('To do'),
    }),
    label,
    ...rest,
  );
}

/** Length of `[x]`. */
const taskMarkerLength = 3;

/** Whether the inline token starts a list item that is a task, and if so whether it is done. */
function taskState(tokens: readonly MarkdownToken[], index: number): boolean | undefined {
  if (tokens[index - 2]?.type !== 'list_item_open') {
    return undefined;
  }
  const text = tokens[index]?.children?.[0];
  const mark = text?.type === 'text' ? /^\[([ xX])\]\s/.exec(text.content)?.[1] : undefined;
  return mark === undefined ? undefined : mark !== ' ';
}

/** Each top-level block takes its direction from its own first letters; code keeps its own. */
function withDirection(element: MarkdownElement): MarkdownElement {
  return element.tag === 'hr' || ['code-block', 'formula-block'].includes(element.attributes['class'] ?? '')
    ? element
    : { ...element, attributes: { ...element.attributes, dir: 'auto' } };
}
