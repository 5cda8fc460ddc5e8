import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ModelView } from '../../src/shared/protocol';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

/** Which model the next question goes to, and whether it leaves this machine; opens the picker. */
export function ModelButton({ model }: { readonly model: ModelView }): JSX.Element {
  const { post } = useServices();
  return (
    <button
      type="button"
      class="model-button"
      title={[t('Choose model'), `${model.endpoint} · ${model.model}`, placeText(model)].join('\n')}
      onClick={() => post({ type: 'modelPickerRequested' })}
    >
      <span class="visually-hidden">{t('Model:')} </span>
      <span class="model-label">{model.label}</span>
      {model.isElsewhere && <span class="model-endpoint">· {model.endpoint}</span>}
      {(model.offline || model.local) && <span class="badge">{model.offline ? t('Offline') : t('Local')}</span>}
      <Icon name="chevronDown" />
    </button>
  );
}

function placeText(model: ModelView): string {
  if (model.offline) {
    return t('Built in: nothing leaves this computer.');
  }
  return model.local ? t('Runs on this machine.') : t('Questions are sent to this endpoint.');
}
