import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WorkspaceInstructions } from '../../src/shared/protocol';
import { useDelayed } from '../controls/use-delayed';
import { withElement } from '../format/with-element';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

interface InstructionsProps {
  readonly systemPrompt: string;
  readonly workspace: WorkspaceInstructions | undefined;
  readonly disabled: boolean;
  readonly onSystemPrompt: (text: string) => void;
}

/** What goes before every question: of this chat, and of the workspace. */
export function Instructions({ systemPrompt, workspace, disabled, onSystemPrompt }: InstructionsProps): JSX.Element {
  const [typed, setTyped] = useState<string>();
  const saving = useDelayed(onSystemPrompt);
  return (
    <section class="settings-section" aria-label={t('Instructions')}>
      <h3 class="settings-title">
        <label for="system-prompt">{t('System prompt of this chat')}</label>
      </h3>
      <textarea
        id="system-prompt"
        class="system-prompt"
        rows={2}
        dir="auto"
        placeholder={t('Goes before every question of this chat')}
        disabled={disabled}
        value={typed ?? systemPrompt}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          saving.schedule(event.currentTarget.value);
        }}
        onBlur={() => {
          saving.flush();
          setTyped(undefined);
        }}
      />
      {workspace && <WorkspaceLine instructions={workspace} />}
    </section>
  );
}

function WorkspaceLine({
  instructions: { path, problem },
}: {
  readonly instructions: WorkspaceInstructions;
}): JSX.Element {
  const { post } = useServices();
  return (
    <p class="workspace-instructions">
      <Icon name={problem === undefined ? 'file' : 'warning'} />
      <span>
        {withElement(t('Instructions of this workspace: {0}'), <code>{path}</code>)}{' '}
        <button type="button" class="text-button" onClick={() => post({ type: 'instructionsOpened' })}>
          {t('Open')}
        </button>
        {problem !== undefined && <span class="instructions-problem">{problem}</span>}
      </span>
    </p>
  );
}
