import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import type { PanelState } from '../../src/shared/protocol';
import { Icon } from '../icons/icon';
import { settingsInForce } from './settings-in-force';

interface SettingsButtonProps {
  readonly panel: PanelState;
  readonly open: boolean;
  readonly onClick: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** Opens the settings of the next request; a dot says that something is set for it. */
export function SettingsButton({ panel, open, onClick, button }: SettingsButtonProps): JSX.Element {
  const inForce = settingsInForce(panel);
  const name = [t('Request settings'), ...inForce].join('\n');
  return (
    <button
      ref={button}
      type="button"
      class="icon-button settings-button"
      aria-label={name.replace('\n', ': ').replaceAll('\n', ', ')}
      aria-expanded={open}
      title={name}
      onClick={onClick}
    >
      <Icon name="sliders" />
      {inForce.length > 0 && <span class="dot" />}
    </button>
  );
}
