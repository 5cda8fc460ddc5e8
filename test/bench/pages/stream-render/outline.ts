const kept = new Set([
  'P',
  'UL',
  'OL',
  'LI',
  'BLOCKQUOTE',
  'TABLE',
  'TR',
  'TH',
  'TD',
  'A',
  'EM',
  'STRONG',
  'CODE',
  'HR',
  'BR',
]);
const renamed: Readonly<Record<string, string>> = { S: 'DEL', DEL: 'DEL' };
/** Where contenders put what is no part of the text: names of languages, buttons. */
const extras =
  'svg, style, script, .code-header, button:not([data-streamdown="link"]), [data-streamdown="code-block-header"]';

/** What a rendered text says and how it is built, without wrappers, classes and buttons: the same for equal Markdown. */
export function outline(node: Node): string {
  return [...node.childNodes]
    .map(outlineOf)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|h\d|ul|ol|li|blockquote|pre|table|tr|th|td|hr|br)\b[^>]*>) ?/g, '$1');
}

function outlineOf(node: Node): string {
  if (node instanceof Text) {
    return node.data.replaceAll('<', '&lt;');
  }
  if (!(node instanceof Element) || node.matches(extras)) {
    return '';
  }
  if (node.matches('input[type=checkbox]')) {
    return node.hasAttribute('checked') || (node as HTMLInputElement).checked ? '[x] ' : '[ ] ';
  }
  if (node.tagName === 'PRE') {
    const code = [...node.querySelectorAll('code')].map((element) => element.textContent).join('') || node.textContent;
    return `<pre>${code.replaceAll('<', '&lt;').trimEnd().replaceAll('\n', '¶')}</pre>`;
  }
  const name = nameOf(node);
  const inside = [...node.childNodes].map(outlineOf).join('');
  if (name === undefined) {
    return inside;
  }
  return name === 'HR' || name === 'BR'
    ? `<${name.toLowerCase()}>`
    : `<${name.toLowerCase()}>${inside}</${name.toLowerCase()}>`;
}

function nameOf(element: Element): string | undefined {
  const level = /(?:^| )heading-(\d)/.exec(element.className)?.[1] ?? /^H(\d)$/.exec(element.tagName)?.[1];
  if (level !== undefined) {
    return `H${level}`;
  }
  const role = element.getAttribute('data-streamdown');
  if (role === 'strong' || role === 'link') {
    return role === 'link' ? 'A' : 'STRONG';
  }
  return renamed[element.tagName] ?? (kept.has(element.tagName) ? element.tagName : undefined);
}
