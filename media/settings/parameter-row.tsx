import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parameterProblem } from '../../src/shared/check-parameters';
import type { ParameterSpec } from '../../src/shared/parameter-specs';
import type { EffectiveParameter, ParameterSource } from '../../src/shared/parameters';
import { useDelayed } from '../controls/use-delayed';
import { ParameterControl } from './parameter-control';
import { parameterText, parseParameter } from './parameter-text';

interface ParameterRowProps {
  readonly spec: ParameterSpec;
  /** The value in force, from wherever it comes; absent when nothing is sent. */
  readonly effective: EffectiveParameter | undefined;
  /** What the server did not want of it, in words. */
  readonly refused: string | undefined;
  readonly disabled: boolean;
  /** Sets the chat's own value; undefined: it has none, null: nothing is sent. */
  readonly onSet: (value: unknown) => void;
}

/** One parameter: its value, where that comes from, and what can be done about it. */
export function ParameterRow({ spec, effective, refused, disabled, onSet }: ParameterRowProps): JSX.Element {
  const { name, type } = spec;
  const id = `parameter-${name}`;
  const [typed, setTyped] = useState<string>();
  const [opened, setOpened] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const current = parameterText(effective?.value, type);
  const problem = unreadable ? t('Enter a number.') : typed === undefined ? undefined : problemOf(spec, typed);

  const saving = useDelayed((text: string) => {
    if (text === current || problemOf(spec, text) !== undefined) {
      return;
    }
    if (text.trim() === '') {
      // Emptied: without a value of its own the chat takes the one from further away off the request.
      onSet(effective?.source === 'chat' ? undefined : null);
      return;
    }
    const parsed = parseParameter(text, type);
    if ('value' in parsed) {
      onSet(parsed.value);
    }
  });
  const set = (value: null | undefined): void => {
    saving.cancel();
    setTyped(undefined);
    setUnreadable(false);
    setOpened(true);
    onSet(value);
    // The button that was pressed goes away.
    focusField(row.current);
  };
  useLayoutEffect(() => {
    if (opened) {
      focusField(row.current);
    }
  }, [opened]);

  const isChosen = type.kind === 'boolean' || (type.kind === 'choice' && !type.open);
  const long = type.kind === 'json' || type.kind === 'texts';
  const shown = !long || opened || typed !== undefined || current !== '';
  return (
    <li class={long ? 'parameter parameter-long' : 'parameter'} ref={row}>
      <div class="parameter-head">
        {shown ? (
          <label class="parameter-name" for={id}>
            {name}
          </label>
        ) : (
          <span class="parameter-name">{name}</span>
        )}
        {effective && (
          <span class="parameter-source">
            {sourceText(effective)}
            {!disabled && <SourceAction name={name} effective={effective} onSet={set} />}
          </span>
        )}
      </div>
      {shown ? (
        <ParameterControl
          id={id}
          spec={spec}
          text={typed ?? current}
          disabled={disabled}
          describedBy={`${id}-about ${id}-problem`}
          invalid={problem !== undefined}
          onType={(text, badInput) => {
            setTyped(text);
            setUnreadable(badInput);
            if (badInput) {
              saving.cancel();
            } else {
              saving.schedule(text);
            }
            if (isChosen) {
              saving.flush();
            }
          }}
          onDone={() => {
            saving.flush();
            if (problem === undefined) {
              setTyped(undefined);
            }
          }}
        />
      ) : (
        <button
          type="button"
          class="button button-secondary parameter-open"
          aria-label={t('Set {0}', name)}
          disabled={disabled}
          onClick={() => setOpened(true)}
        >
          {t('Set')}
        </button>
      )}
      <p class="parameter-about quiet" id={`${id}-about`}>
        {spec.description}
        {rangeText(spec)}
      </p>
      {refused !== undefined && <p class="parameter-refused">{refused}</p>}
      <p class="parameter-problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
    </li>
  );
}

function focusField(row: HTMLElement | null): void {
  row?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

interface SourceActionProps {
  readonly name: string;
  readonly effective: EffectiveParameter;
  readonly onSet: (value: null | undefined) => void;
}

function SourceAction({ name, effective: { source, value }, onSet }: SourceActionProps): JSX.Element | null {
  if (source === 'chat') {
    return (
      <button type="button" class="text-button" aria-label={t('Reset {0}', name)} onClick={() => onSet(undefined)}>
        {t('Reset')}
      </button>
    );
  }
  return value === null ? null : (
    <button type="button" class="text-button" aria-label={t("Don't send {0}", name)} onClick={() => onSet(null)}>
      {t("Don't send")}
    </button>
  );
}

const sources: Readonly<Record<ParameterSource, string>> = {
  chat: t('This chat'),
  model: t('Model settings'),
  endpoint: t('Endpoint settings'),
};

function sourceText({ source, value }: EffectiveParameter): string {
  return value === null ? t('{0}: not sent', sources[source]) : sources[source];
}

function problemOf({ name, type }: ParameterSpec, text: string): string | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const parsed = parseParameter(text, type);
  if ('problem' in parsed) {
    return parsed.problem;
  }
  const problem = parameterProblem(name, parsed.value);
  return problem === undefined ? undefined : t('{0} {1}.', name, problem);
}

function rangeText({ type }: ParameterSpec): string {
  return (type.kind === 'number' || type.kind === 'integer') && type.maximum !== undefined
    ? ` ${t('From {0} to {1}.', type.minimum, type.maximum)}`
    : '';
}
