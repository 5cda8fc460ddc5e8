import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ModelView, RequestView } from '../../src/shared/protocol';
import { describeAdjustment } from '../format/describe-adjustment';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { useServices } from '../services';
import { capabilityFacts, hasLearned } from './capability-facts';
import type { CapabilityFact } from './capability-facts';
import { modelLimits } from './model-limits';

/** What is known of the model that the next question goes to, and what can be done about it. */
export function ModelFacts({
  model,
  request,
}: {
  readonly model: ModelView;
  readonly request: RequestView;
}): JSX.Element {
  const { post, announce } = useServices();
  const { known, adjustments, tableDate } = request;
  const limits = modelLimits(known, tableDate);
  return (
    <section class="settings-section" aria-label={t('Model')}>
      <h3 class="settings-title" title={`${model.endpoint} · ${model.model}`}>
        {model.label} <span class="quiet">{model.endpoint}</span>
      </h3>
      <ul class="facts" aria-label={t('What the model takes and does')}>
        {capabilityFacts(known, tableDate).map((fact) => (
          <Fact key={fact.label} fact={fact} />
        ))}
      </ul>
      {limits.length > 0 && (
        <dl class="limits">
          {limits.map(({ label, text, source }) => (
            <div key={label} title={source}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {adjustments.length > 0 && (
        <ul class="adjustments" aria-label={t('What differs from what is set')}>
          {adjustments.map((adjustment) => (
            <li key={JSON.stringify(adjustment)}>
              <Icon name="info" />
              {describeAdjustment(adjustment)}
            </li>
          ))}
        </ul>
      )}
      {model.offline && (
        <p class="quiet">{t('It reads the text in pictures. Instructions and parameters are for the other models.')}</p>
      )}
      <div class="buttons">
        {!model.offline && (
          <button type="button" class="button button-secondary" onClick={() => post({ type: 'probeRequested' })}>
            {t('Test model')}
          </button>
        )}
        {(adjustments.length > 0 || hasLearned(known)) && (
          <button
            type="button"
            class="button button-secondary"
            title={t('Forgets what was learned of this model from errors and tests')}
            onClick={(event) => {
              // The button goes away; the keyboard stays in the settings.
              event.currentTarget.closest<HTMLElement>('.sheet')?.focus();
              post({ type: 'learnedForgotten' });
              announce(t('What was learned of this model is forgotten'));
            }}
          >
            {t('Forget what was learned')}
          </button>
        )}
      </div>
      <div class="settings-links">
        {!model.offline && (
          <button type="button" class="text-button" onClick={() => post({ type: 'endpointSettingsOpened' })}>
            {t('Endpoint settings…')}
          </button>
        )}
        <button type="button" class="text-button" onClick={() => post({ type: 'lastRequestOpened' })}>
          {t('Last request')}
        </button>
        <button type="button" class="text-button" onClick={() => post({ type: 'usageOpened' })}>
          {t('Usage')}
        </button>
      </div>
    </section>
  );
}

const stateIcons: Readonly<Record<CapabilityFact['state'], IconName>> = {
  yes: 'check',
  no: 'close',
  unknown: 'question',
};

const stateWords = { yes: t('yes'), no: t('no'), unknown: t('not known') } as const;

function Fact({ fact: { icon, label, state, description } }: { readonly fact: CapabilityFact }): JSX.Element {
  return (
    <li class={`fact fact-${state}`} title={description}>
      <Icon name={icon} />
      {label}
      <span class="visually-hidden">: {stateWords[state]}</span>
      <Icon name={stateIcons[state]} />
    </li>
  );
}
