import type { Message } from '../../src/shared/conversation';
import { BlockStream } from '../markdown/block-stream';
import type { MarkdownNode } from '../markdown/markdown-node';
import { endBlock, isBeside, isInline } from './block-text';

const known = new WeakMap<Message, string>();

/** What a message will say once it is rendered; the same as `shownText` then, save for formulas and diagrams. */
export function writtenText(message: Message): string {
  let text = known.get(message);
  if (text === undefined) {
    text = message.role === 'user' ? message.text : markdownText(message.text);
    known.set(message, text);
  }
  return text;
}

function markdownText(source: string): string {
  const stream = new BlockStream();
  stream.append(source);
  stream.finish();
  let text = '';
  for (let index = 0; index < stream.length; index++) {
    text = appendText(text, stream.block(index) ?? '');
  }
  return text;
}

function appendText(before: string, node: MarkdownNode): string {
  if (typeof node === 'string') {
    return before + node;
  }
  if (isBeside(node.tag, node.attributes['class'] ?? '')) {
    return before;
  }
  const isBlock = !isInline(node.tag);
  const text = node.children.reduce(appendText, isBlock ? endBlock(before) : before);
  return isBlock ? endBlock(text) : text;
}
