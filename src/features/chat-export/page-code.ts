import { t } from '@vscode/l10n';
import common from 'highlight.js/lib/common';
import { escapeHtml } from './escape-html';

/** One of its own: the shared one may have been set up to write something else than HTML. */
const highlighter = common.newInstance();
for (const name of common.listLanguages()) {
  const definition = common.getLanguage(name)?.rawDefinition;
  if (definition) {
    highlighter.registerLanguage(name, definition);
  }
}

/** Longest listing that gets colours, in UTF-16 units: what takes longer than its reader would wait is shown plain. */
const maxColored = 20_000;

/** A listing with its language above it, and with colours where the language is known. */
export function pageCode(code: string, info: string): string {
  const language = /^\s*([^\s{]*)/.exec(info)?.[1] ?? '';
  const label = isDiagram(language) ? t('Diagram (Mermaid), as text') : language;
  const header = label === '' ? '' : `<figcaption>${escapeHtml(label)}</figcaption>`;
  return `<figure class="code">${header}<pre dir="ltr" tabindex="0"><code>${colored(code, language)}</code></pre></figure>\n`;
}

function colored(code: string, language: string): string {
  const isColored = code.length <= maxColored && highlighter.getLanguage(language) !== undefined;
  return isColored ? highlighter.highlight(code, { language, ignoreIllegals: true }).value : escapeHtml(code);
}

/** It could be drawn by a page that runs scripts only. */
function isDiagram(language: string): boolean {
  return language.toLowerCase() === 'mermaid';
}
