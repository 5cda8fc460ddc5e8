import { MarkdownView } from '../../../../media/markdown/markdown-view';
import { runContender } from './contender';

runContender((root) => {
  const view = new MarkdownView(root);
  return {
    update: (text) => view.update(text, { finished: false }),
    finish: (text) => view.update(text, { finished: true }),
  };
});
