import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Example, ModelView } from '../src/shared/protocol';
import { Icon } from './icons/icon';
import type { IconName } from './icons/icon-paths';
import { useServices } from './services';

interface Suggestion {
  readonly example: Example;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
}

const suggestions: readonly Suggestion[] = [
  {
    example: 'demoImage',
    icon: 'picture',
    title: t('Ask about a sample picture'),
    detail: t('See what an answer looks like'),
  },
  { example: 'screenshot', icon: 'camera', title: t('Take a screenshot'), detail: t('Ask about what it shows') },
  { example: 'addEndpoint', icon: 'endpoint', title: t('Add an endpoint'), detail: t('OpenAI, Ollama and others') },
];

/** What a new chat shows instead of messages. */
export function Welcome({ model }: { readonly model: ModelView }): JSX.Element {
  const { post } = useServices();
  return (
    <div class="welcome">
      <div class="welcome-mark">
        <Icon name="iris" />
      </div>
      <h2 class="welcome-title">{t('Ask about what you see')}</h2>
      <p class="welcome-text">
        {t(
          'Iris answers questions about screenshots, mock-ups, diagrams and scans. Paste a picture below, or hold Shift and drop it here.',
        )}
      </p>
      <ul class="suggestions" aria-label={t('Things to try')}>
        {suggestions.map(({ example, icon, title, detail }) => (
          <li key={example}>
            <button type="button" class="suggestion" onClick={() => post({ type: 'exampleStarted', example })}>
              <Icon name={icon} />
              <span class="suggestion-text">
                <span class="suggestion-title">{title}</span>
                <span class="quiet">{detail}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {model.offline && (
        <p class="welcome-text quiet">
          {t(
            'Right now the built-in reader answers. It works offline and reads the text in pictures on this computer, without a key or a network, but it understands nothing beyond that text. Add an endpoint to talk to a model that does.',
          )}
        </p>
      )}
    </div>
  );
}
