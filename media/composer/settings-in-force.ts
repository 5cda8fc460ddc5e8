import { t } from '@vscode/l10n';
import type { PanelState } from '../../src/shared/protocol';

/** What is set for this chat or workspace, in a few words each. */
export function settingsInForce({ conversation, request }: PanelState): readonly string[] {
  const count = Object.keys(conversation.parameters ?? {}).length;
  const instructed = request.instructions !== undefined && request.instructions.problem === undefined;
  return [
    ...(count > 0 ? [count === 1 ? t('1 parameter set') : t('{0} parameters set', count)] : []),
    ...(conversation.systemPrompt ? [t('system prompt set')] : []),
    ...(instructed ? [t('instructions of the workspace')] : []),
  ];
}
