import { Marked } from 'marked';
import { runContender } from './contender';
import { highlighted, htmlContender } from './html-contender';

const parser = new Marked({
  async: false,
  renderer: {
    code: ({ text, lang = '' }) => `<pre><code>${highlighted(`${text}\n`, lang)}</code></pre>\n`,
  },
});

runContender((root) => htmlContender(root, (text) => parser.parse(text, { async: false })));
