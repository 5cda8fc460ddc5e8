import highlighter from 'highlight.js/lib/common';
import type { HighlightJob, HighlightResult, TokenRun } from '../token-run';
import { moreLanguages } from './more-languages';
import { TokenEmitter } from './token-emitter';

for (const [name, language] of Object.entries(moreLanguages)) {
  highlighter.registerLanguage(name, language);
}
highlighter.registerAliases(['vue', 'svelte', 'astro'], { languageName: 'xml' });
highlighter.registerAliases(['mdx'], { languageName: 'markdown' });
highlighter.registerAliases(['zsh', 'fish', 'shellscript'], { languageName: 'bash' });
highlighter.configure({ __emitter: TokenEmitter });

/** Runs that cover the code exactly; nothing for a language that is not known. */
export function highlight({ code, language }: HighlightJob): HighlightResult {
  if (!highlighter.getLanguage(language)) {
    return undefined;
  }
  const { _emitter: emitter } = highlighter.highlight(code, { language, ignoreIllegals: true });
  const runs: readonly TokenRun[] = emitter instanceof TokenEmitter ? emitter.runs : [];
  return runs.reduce((sum, [length]) => sum + length, 0) === code.length ? runs : undefined;
}
