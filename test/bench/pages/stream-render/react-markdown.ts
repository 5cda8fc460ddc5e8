// The whole message is parsed and rendered with each piece, as Continue and Roo Code do.
import { createElement } from 'react';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import { runContender } from './contender';
import { reactContender } from './react-root';

const plugins = { remarkPlugins: [remarkGfm], rehypePlugins: [rehypeHighlight] };

runContender((root) => reactContender(root, (text) => createElement(Markdown, { ...plugins, children: text })));
