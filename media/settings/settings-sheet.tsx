import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ParameterLayer } from '../../src/shared/parameters';
import type { PanelState } from '../../src/shared/protocol';
import { IconButton } from '../controls/icon-button';
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
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => sheet.current?.focus(), []);
  return (
    <section class="settings" aria-label="Request settings" ref={sheet} tabIndex={-1}>
      <header class="settings-header">
        <h2>Request settings</h2>
        <IconButton icon="close" label="Close settings" onClick={onClose} />
      </header>
      <div class="settings-scroll">
        <div class="settings-content">
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
        </div>
      </div>
    </section>
  );
}
