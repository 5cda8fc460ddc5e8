import { BlockStream } from '../../../media/markdown/block-stream';
import type { MarkdownElement } from '../../../media/markdown/markdown-node';
import { markdownParser } from '../../../media/markdown/parser';
import { renderBlocks } from '../../../media/markdown/render-blocks';

/** What the panel shows of a text that came as a whole. */
export function renderAtOnce(markdown: string): readonly MarkdownElement[] {
  return renderBlocks(markdownParser.parse(markdown, {}));
}

/** What the panel shows in the end of a text that came letter by letter. */
export function renderStreamed(markdown: string): readonly (MarkdownElement | undefined)[] {
  const stream = new BlockStream();
  for (const letter of markdown) {
    stream.append(letter);
  }
  stream.finish();
  return Array.from({ length: stream.length }, (_, index) => stream.block(index));
}
