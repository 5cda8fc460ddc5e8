import { t } from '@vscode/l10n';
import { readFileReference, type FileReference } from '../../src/shared/file-reference';
import { markdownElement } from '../markdown/markdown-node';
import type { MarkdownElement } from '../markdown/markdown-node';

/** What leads somewhere already, and code that stands by itself. */
const untouched = new Set(['pre', 'a', 'button']);

/** A rendered block in which the files that it names as code, or as where a link leads, can be clicked. */
export function linkFiles(block: MarkdownElement): MarkdownElement {
  if (untouched.has(block.tag) || block.attributes['class'] === 'code-block') {
    return block;
  }
  const file = block.tag === 'code' ? fileOfCode(block) : fileOfLink(block);
  if (file) {
    return button(file, block.tag === 'code' ? [block] : block.children);
  }
  const children = block.children.map((child) => (typeof child === 'string' ? child : linkFiles(child)));
  return children.every((child, index) => child === block.children[index]) ? block : { ...block, children };
}

/** A bare name with a dot may be anything, `Math.random` for one. */
function fileOfCode({ children }: MarkdownElement): FileReference | undefined {
  const [text] = children;
  const file = typeof text === 'string' ? readFileReference(text) : undefined;
  return file && (file.line !== undefined || file.path.includes('/')) ? file : undefined;
}

/** Of a link that is no address on the web, which Markdown shows as text. */
function fileOfLink({ attributes }: MarkdownElement): FileReference | undefined {
  return attributes['class'] === 'plain-link' ? readFileReference(decoded(attributes['title'] ?? '')) : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function button({ path, line }: FileReference, children: MarkdownElement['children']): MarkdownElement {
  const where = line === undefined ? path : `${path}:${line}`;
  return markdownElement(
    'button',
    {
      type: 'button',
      class: 'place-link',
      title: t('Open {0}', where),
      'data-file': path,
      ...(line !== undefined && { 'data-line': String(line) }),
    },
    children,
  );
}
