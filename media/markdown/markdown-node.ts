/** Rendered markdown before it is DOM: plain data, so that two renders can be compared cheaply and tested anywhere. */
export type MarkdownNode = MarkdownElement | string;

export interface MarkdownElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkdownNode[];
}

export function markdownElement(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly MarkdownNode[] = [],
): MarkdownElement {
  return { tag, attributes, children };
}

/** Whether both render to the same DOM. */
export function sameNode(left: MarkdownNode | undefined, right: MarkdownNode | undefined): boolean {
  if (left === right) {
    return true;
  }
  if (typeof left !== 'object' || typeof right !== 'object') {
    return false;
  }
  return (
    left.tag === right.tag &&
    left.children.length === right.children.length &&
    sameAttributes(left, right) &&
    left.children.every((child, index) => sameNode(child, right.children[index]))
  );
}

export function sameAttributes(left: MarkdownElement, right: MarkdownElement): boolean {
  if (left.attributes === right.attributes) {
    return true;
  }
  const names = Object.keys(left.attributes);
  return (
    names.length === Object.keys(right.attributes).length &&
    names.every((name) => left.attributes[name] === right.attributes[name])
  );
}
