import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import type { TrayWarning } from '../../src/shared/attachment/tray-warning';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { trayAmount } from './tray-sum';

interface TrayWarningsProps {
  readonly warnings: readonly TrayWarning[];
  readonly tray: readonly TrayItem[];
}

/** Limits that what is attached comes near to or is beyond, each with what helps. */
export function TrayWarnings({ warnings, tray }: TrayWarningsProps): JSX.Element | null {
  const { post, announce, focusComposer } = useServices();
  /** The tray as it was when a remedy was taken whose effect is not told yet. */
  const [taken, setTaken] = useState<readonly TrayItem[]>();
  const text = warnings.map((warning) => warning.text).join(' ');
  useEffect(() => {
    if (text !== '') {
      announce(text);
    }
  }, [text, announce]);
  const isSettled = !tray.some(({ status }) => status === 'preparing');
  useEffect(() => {
    if (taken && taken !== tray && isSettled) {
      setTaken(undefined);
      const amount = trayAmount(tray);
      if (amount !== undefined) {
        announce(t('Now {0}.', amount));
      }
    }
  }, [taken, isSettled, tray, announce]);

  if (warnings.length === 0) {
    return null;
  }
  return (
    <ul class="tray-warnings" aria-label={t('Limits of the model')}>
      {warnings.map(({ limit, isOver, text: told, remedies }) => (
        <li key={limit} class={isOver ? 'tray-warning tray-warning-over' : 'tray-warning'}>
          <Icon name={isOver ? 'error' : 'warning'} />
          <p class="tray-warning-text">{told}</p>
          <div class="buttons">
            {remedies.map(({ kind, label }) => (
              <button
                key={kind}
                type="button"
                class="button button-secondary"
                onClick={() => {
                  post({ type: 'remedyTaken', limit, remedy: kind });
                  setTaken(tray);
                  // The button may be gone with the warning.
                  focusComposer();
                }}
              >
                {label}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
