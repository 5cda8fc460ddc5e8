import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ParameterGroup, ParameterSpec } from '../../src/shared/parameter-specs';
import type { ParameterLayer, ParameterName } from '../../src/shared/parameters';
import type { RequestView } from '../../src/shared/protocol';
import { describeAdjustment } from '../format/describe-adjustment';
import { effectiveInChat } from './effective-in-chat';
import { ParameterRow } from './parameter-row';
import { shownParameters } from './shown-parameters';

interface ParameterListProps {
  /** What this chat has set itself. */
  readonly own: ParameterLayer;
  readonly request: RequestView;
  readonly disabled: boolean;
  readonly onChange: (layer: ParameterLayer) => void;
}

const groups: Readonly<Record<ParameterGroup, string>> = {
  sampling: t('Sampling'),
  output: t('Answer'),
  tools: t('Tools'),
  images: t('Pictures'),
  service: t('Service'),
  request: t('Request'),
};

/** Every parameter of a request, by what it is about; searched, or narrowed to those that have a value. */
export function ParameterList({ own, request, disabled, onChange }: ParameterListProps): JSX.Element {
  const [query, setQuery] = useState('');
  /** Taken when the list is narrowed: a row does not vanish under the hand that takes its value away. */
  const [narrowed, setNarrowed] = useState<ReadonlySet<ParameterName>>();
  const effective = effectiveInChat(own, request.parameters);
  const shown = shownParameters(query, narrowed && ((name) => narrowed.has(name) || effective.has(name)));
  const set = (name: ParameterName, value: unknown): void => {
    const { [name]: _before, ...rest } = own;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <section class="settings-section" aria-label={t('Parameters')}>
      <h3 class="settings-title">{t('Parameters')}</h3>
      <div class="parameter-search">
        <input
          type="search"
          aria-label={t('Search parameters')}
          placeholder={t('Search')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query !== '') {
              event.preventDefault();
              setQuery('');
            }
          }}
        />
        <button
          type="button"
          class="button button-secondary toggle-button"
          aria-pressed={narrowed !== undefined}
          title={t('Shows only parameters that have a value')}
          onClick={() => setNarrowed(narrowed ? undefined : new Set(effective.keys()))}
        >
          {t('In force ({0})', effective.size)}
        </button>
      </div>
      {shown.length === 0 && (
        <p class="quiet" role="status">
          {query.trim() === '' ? t('No parameter has a value.') : t('Nothing found for “{0}”.', query.trim())}
        </p>
      )}
      {grouped(shown).map(([group, specs]) => (
        <div key={group} class="parameter-group" role="group" aria-label={groups[group]}>
          <h4 class="parameter-group-title">{groups[group]}</h4>
          <ul>
            {specs.map((spec) => (
              <ParameterRow
                key={spec.name}
                spec={spec}
                effective={effective.get(spec.name)}
                refused={refusal(request, spec.name)}
                disabled={disabled}
                onSet={(value) => set(spec.name, value)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function grouped(specs: readonly ParameterSpec[]): readonly (readonly [ParameterGroup, readonly ParameterSpec[]])[] {
  return [...Map.groupBy(specs, ({ group }) => group)];
}

function refusal({ adjustments }: RequestView, name: ParameterName): string | undefined {
  const told = adjustments.filter(({ parameter }) => parameter === name);
  return told.length === 0 ? undefined : told.map(describeAdjustment).join(' ');
}
