import { t } from '@vscode/l10n';
import { footnoteReference } from './footnote-nodes';
import { formulaNode } from './formula-node';
import { claimsOtherHost, linkTarget } from './link-target';
import type { LinkTarget } from './link-target';
import { markdownElement } from './markdown-node';
import type { MarkdownElement, MarkdownNode } from './markdown-node';
import type { MarkdownToken } from './parser';

interface OpenInline {
  readonly token: MarkdownToken | undefined;
  readonly children: MarkdownNode[];
}

/** Turns inline tokens into nodes. Neighbouring texts become one node, however the parser cut them. */
export function renderInline(tokens: readonly MarkdownToken[]): MarkdownNode[] {
  const root: OpenInline = { token: undefined, children: [] };
  const open: OpenInline[] = [root];
  for (const token of tokens) {
    const parent = open.at(-1) ?? root;
    if (token.nesting === 1) {
      open.push({ token, children: [] });
    } else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed?.token) {
        const outer = open.at(-1) ?? root;
        closeInline(closed.token, closed.children).forEach((node) => append(outer.children, node));
      }
    } else {
      const insideLink = open.some((element) => element.token?.type === 'link_open');
      append(parent.children, renderLeaf(token, insideLink));
    }
  }
  return root.children;
}

function closeInline(token: MarkdownToken, children: readonly MarkdownNode[]): MarkdownNode[] {
  if (token.type !== 'link_open') {
    return [markdownElement(token.tag, {}, children)];
  }
  const href = String(token.attrGet('href') ?? '');
  const target = linkTarget(href);
  if (!target) {
    return [markdownElement('span', { class: 'plain-link', title: href }, children)];
  }
  const link = markdownElement('a', linkAttributes(target), children);
  return claimsOtherHost(textOf(children), target) ? [link, ` (${target.place})`] : [link];
}

function renderLeaf(token: MarkdownToken, insideLink: boolean): MarkdownNode {
  switch (token.type) {
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return markdownElement('br');
    case 'code_inline':
      return markdownElement('code', {}, [token.content]);
    case 'formula': {
      const { display } = token.meta as { readonly display: boolean };
      return formulaNode(token.content, display ? 'display' : 'inline');
    }
    case 'footnote_reference':
      return footnoteReference(token.content);
    case 'image':
      return imageText(token, insideLink);
    default:
      return token.content;
  }
}

/** A picture is never loaded: merely asking for it would tell its server what the model chose to put into the URL. */
function imageText(token: MarkdownToken, insideLink: boolean): MarkdownElement {
  const target = linkTarget(String(token.attrGet('src') ?? ''));
  const alternative = textOf(renderInline(token.children ?? [])).trim();
  const text = `${t('Image: {0}', alternative || t('no description'))}${target ? ` (${target.place})` : ''}`;
  return target && !insideLink
    ? markdownElement('a', { class: 'image-link', ...linkAttributes(target) }, [text])
    : markdownElement('span', { class: 'image-link' }, [text]);
}

function linkAttributes({ url, place }: LinkTarget): Record<string, string> {
  return { href: url, title: url.startsWith('mailto:') ? url : `${place}\n${url}` };
}

function append(nodes: MarkdownNode[], node: MarkdownNode): void {
  const last = nodes.at(-1);
  if (node === '') {
    return;
  }
  if (typeof last === 'string' && typeof node === 'string') {
    nodes[nodes.length - 1] = last + node;
  } else {
    nodes.push(node);
  }
}

function textOf(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}
