import MarkdownIt from 'markdown-it';
import { runContender } from './contender';
import { highlighted, htmlContender } from './html-contender';

const parser = new MarkdownIt({ linkify: true, highlight: highlighted });

runContender((root) => htmlContender(root, (text) => parser.render(text)));
