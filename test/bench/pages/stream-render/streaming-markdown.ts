import { default_renderer, parser, parser_end, parser_write } from 'streaming-markdown';
import { runContender } from './contender';

runContender((root) => {
  const state = parser(default_renderer(root));
  return {
    update: (_text, piece) => parser_write(state, piece),
    finish: () => parser_end(state),
  };
});
