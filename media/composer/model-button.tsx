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
      title={`Choose model\n${model.endpoint} · ${model.model}\n${placeText(model)}`}
      onClick={() => post({ type: 'modelPickerRequested' })}
    >
      <span class="visually-hidden">Model: </span>
      <span class="model-label">{model.label}</span>
      {(model.offline || model.local) && <span class="badge">{model.offline ? 'Offline' : 'Local'}</span>}
      <Icon name="chevronDown" />
    </button>
  );
}

function placeText(model: ModelView): string {
  if (model.offline) {
    return 'Built in: nothing leaves this computer.';
  }
  return model.local ? 'Runs on this machine.' : 'Questions are sent to this endpoint.';
}
