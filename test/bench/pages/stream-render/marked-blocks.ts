// marked cuts the text into blocks, each a memoised react-markdown: what changes is rendered again, as Cline does.
import { marked } from 'marked';
import { createElement, memo } from 'react';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import { runContender } from './contender';
import { reactContender } from './react-root';

const plugins = { remarkPlugins: [remarkGfm], rehypePlugins: [rehypeHighlight] };

const Block = memo(({ source }: { readonly source: string }) =>
  createElement(Markdown, { ...plugins, children: source }),
);

runContender((root) =>
  reactContender(root, (text) =>
    marked.lexer(text).map((token, index) => createElement(Block, { key: index, source: token.raw })),
  ),
);
