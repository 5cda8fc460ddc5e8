import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { RequestedToolCall } from '../../src/shared/answer-parts';
import { prettyJson } from '../format/pretty-json';
import { withElement } from '../format/with-element';
import { Icon } from '../icons/icon';
import { CodeView } from './code-view';

/** What the model wants to be called: shown, never done. */
export function ToolCalls({ calls }: { readonly calls: readonly RequestedToolCall[] }): JSX.Element {
  return (
    <ul class="tool-calls" aria-label={t('Tool calls')}>
      {calls.map((call, index) => (
        <li key={index} class="tool-call">
          <p class="tool-call-title">
            <Icon name="tools" />
            <span>{withElement(t('The model asks to call {0}'), <code>{call.name}</code>)}</span>
          </p>
          <Arguments text={call.argumentsText} />
        </li>
      ))}
      <li class="quiet">{calls.length === 1 ? t('Iris does not run it.') : t('Iris does not run them.')}</li>
    </ul>
  );
}

function Arguments({ text }: { readonly text: string }): JSX.Element | null {
  const json = prettyJson(text);
  return text.trim() === '' || json === '{}' ? (
    <p class="quiet">{t('Without arguments.')}</p>
  ) : (
    <CodeView code={json ?? text} language={json === undefined ? 'text' : 'json'} />
  );
}
