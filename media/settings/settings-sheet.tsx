import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ParameterLayer } from '../../src/shared/parameters';
import type { PanelState } from '../../src/shared/protocol';
import { Sheet } from '../controls/sheet';
import { Instructions } from './instructions';
import { ModelFacts } from './model-facts';
import { ParameterList } from './parameter-list';

interface SettingsSheetProps {
  readonly panel: PanelState;
  readonly onParameters: (layer: ParameterLayer) => void;
  readonly onSystemPrompt: (text: string) => void;
  readonly onClose: () => void;
}

/** With what the next question is asked: the model, instructions and parameters. Lies over the conversation. */
export function SettingsSheet({ panel, onParameters, onSystemPrompt, onClose }: SettingsSheetProps): JSX.Element {
  const { conversation, model, request } = panel;
  const disabled = panel.readOnlyReason !== undefined;
  return (
    <Sheet
      label={t('Request settings')}
      title={t('Request settings')}
      closeLabel={t('Close settings')}
      onClose={onClose}
    >
      <ModelFacts model={model} request={request} />
      <Instructions
        systemPrompt={conversation.systemPrompt ?? ''}
        workspace={request.instructions}
        disabled={disabled}
        onSystemPrompt={onSystemPrompt}
      />
      <ParameterList
        own={conversation.parameters ?? {}}
        request={request}
        disabled={disabled}
        onChange={onParameters}
      />
    </Sheet>
  );
}
