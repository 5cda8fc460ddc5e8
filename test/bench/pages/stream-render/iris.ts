import { MarkdownView } from '../../../../media/markdown/markdown-view';
import { runContender } from './contender';

runContender((root) => {
  const view = new MarkdownView(root);
  let before = '';
  return {
    update(text, piece) {
      // As the panel has it, which gets pieces from the host as well.
      view.update(text, { finished: false, growth: { from: before, by: piece } });
      before = text;
    },
    finish: (text) => view.update(text, { finished: true }),
  };
});
