import { markdownElement } from '../markdown/markdown-node';
import type { MarkdownElement, MarkdownNode } from '../markdown/markdown-node';

/** All that KaTeX draws with, as long as it is not trusted. */
const tags = new Set(
  (
    'span svg path line math semantics annotation mrow mi mo mn mtext ms mspace mover munder munderover msup msub msubsup ' +
    'mmultiscripts mprescripts mfrac msqrt mroot mstyle mpadded mphantom menclose mtable mtr mtd mlabeledtr'
  ).split(' '),
);

const attributePattern = /([\w:-]+)="([^"]*)"/g;

/** Attributes that could load, link or run something: none of them is KaTeX's own. */
const refused = /^(?:on|href|src|xlink|id$)/i;

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

interface OpenTag {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkdownNode[];
}

/**
 * Reads the markup that KaTeX writes, which is all well-formed, into nodes, without any HTML parser.
 *
 * @throws where the markup holds something else than a drawing
 */
export function readMarkup(markup: string): MarkdownElement {
  const root: OpenTag = { tag: '', attributes: {}, children: [] };
  const open: OpenTag[] = [root];
  for (const [token, closing, tag, attributes = '', selfClosing] of markup.matchAll(
    /<(\/?)(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (tag === undefined) {
      parent.children.push(withoutReferences(token));
    } else if (closing) {
      const closed = open.pop();
      open.at(-1)?.children.push(markdownElement(closed?.tag ?? '', closed?.attributes, closed?.children));
    } else {
      const element = { tag: checkedTag(tag), attributes: readAttributes(attributes), children: [] };
      if (selfClosing) {
        parent.children.push(markdownElement(element.tag, element.attributes));
      } else {
        open.push(element);
      }
    }
  }
  const [drawing] = root.children;
  if (typeof drawing !== 'object' || open.length !== 1) {
    throw new Error('the drawing of a formula is not one element');
  }
  return drawing;
}

function checkedTag(tag: string): string {
  if (!tags.has(tag)) {
    throw new Error(`a formula is not drawn with <${tag}>`);
  }
  return tag;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(attributePattern)) {
    if (refused.test(name)) {
      throw new Error(`a formula is not drawn with ${name}`);
    }
    // The namespace is that of the element which it is written at.
    if (name !== 'xmlns') {
      attributes[name] = withoutReferences(value);
    }
  }
  return attributes;
}

function withoutReferences(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (reference) => references[reference] ?? reference);
}
