import { iconPaths } from '../icons/icon-paths';
import type { IconName } from '../icons/icon-paths';
import { markdownElement } from './markdown-node';
import type { MarkdownElement } from './markdown-node';

/** An icon among rendered markdown, hidden from assistive technology. */
export function iconNode(name: IconName): MarkdownElement {
  return markdownElement('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, [
    markdownElement('path', { d: iconPaths[name] }),
  ]);
}
