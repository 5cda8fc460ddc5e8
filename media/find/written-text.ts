import type { Message } from '../../src/shared/conversation';
import { BlockStream } from '../markdown/block-stream';
import type { MarkdownNode } from '../markdown/markdown-node';
import { endBlock, isBeside, isInline } from './block-text';
import type { Steps } from './steps';

/** Characters of Markdown that are read from one pause to the next. */
const charactersInStep = 4000;

const known = new WeakMap<Message, string>();

/** What a message will say once it is rendered; the same as `ShownText` then, save for formulas and diagrams. */
export function* writtenText(message: Message): Steps<string> {
  let text = known.get(message);
  if (text === undefined) {
    text = message.role === 'user' ? message.text : yield* markdownText(message.text);
    known.set(message, text);
  }
  return text;
}

function* markdownText(source: string): Steps<string> {
  const stream = new BlockStream();
  for (let start = 0; start < source.length; start += charactersInStep) {
    stream.append(source.slice(start, start + charactersInStep));
    yield;
  }
  stream.finish();
  // Each block by itself: to look at the end of a text that grows makes the engine copy it each time.
  return Array.from({ length: stream.length }, (_, index) => appendText('', stream.block(index) ?? '')).join('');
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
