import { calloutTitle } from '../../src/shared/markdown/callouts';
import type { CalloutKind } from '../../src/shared/markdown/callouts';
import type { IconName } from '../icons/icon-paths';
import { iconNode } from './icon-node';
import { markdownElement } from './markdown-node';
import type { MarkdownElement, MarkdownNode } from './markdown-node';

const icons: Readonly<Record<CalloutKind, IconName>> = {
  note: 'info',
  tip: 'bulb',
  important: 'important',
  warning: 'warning',
  caution: 'caution',
};

/** A paragraph that held the marker only is left out: the title says it. */
export function callout(kind: CalloutKind, [first, ...others]: readonly MarkdownNode[]): MarkdownElement {
  const isMarkerOnly = typeof first !== 'object' || first.children.length === 0;
  // With a direction of its own, the title does not decide that of what is said below.
  const title = markdownElement('p', { class: 'callout-title', dir: 'auto' }, [
    iconNode(icons[kind]),
    calloutTitle(kind),
  ]);
  return markdownElement('div', { class: `callout callout-${kind}`, role: 'note' }, [
    title,
    ...(isMarkerOnly ? [] : [first]),
    ...others,
  ]);
}
