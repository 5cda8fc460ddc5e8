import { t } from '@vscode/l10n';
import type { EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { askText } from '../../input/ask-text';
import type { Step } from '../../input/run-steps';
import { dialogueTitle } from './dialogue-title';

/** Azure's classic URLs need the version of its API. */
export const apiVersionStep: Step<EndpointDraft> = {
  id: 'apiVersion',
  applies: ({ preset, replaces }) => (replaces?.endpoint ?? preset)?.apiVersion !== undefined,
  async ask(draft, position) {
    const outcome = await askText({
      ...position,
      title: dialogueTitle(draft),
      prompt: t('The api-version that Azure shows beside the URL of the deployment.'),
      placeholder: '2024-10-21',
      value: draft.apiVersion ?? '',
      validate: (text) =>
        /^\d{4}-\d{2}-\d{2}(-preview)?$/.test(text) ? undefined : t('It looks like 2024-10-21 or 2025-04-01-preview.'),
    });
    return outcome.type === 'accepted'
      ? { type: 'accepted', value: { ...draft, apiVersion: outcome.value, models: undefined } }
      : outcome;
  },
};
