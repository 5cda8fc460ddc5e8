import { t } from '@vscode/l10n';
import { withKey, type EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { keyNeed } from '../../../features/add-endpoint/key-need';
import { endpointOrigin, isLocalEndpoint } from '../../../model/endpoint';
import { environmentKey } from '../../../model/environment-endpoint';
import { askText } from '../../input/ask-text';
import type { Step } from '../../input/run-steps';
import { dialogueTitle } from './dialogue-title';
import { stepIds } from './step-ids';

/** The key; not asked for where servers usually have none, or the environment has it. */
export const keyStep: Step<EndpointDraft> = {
  id: stepIds.key,
  applies: (draft) => keyNeed(draft, process.env) !== 'none',
  async ask(draft, position) {
    const need = keyNeed(draft, process.env);
    const keyPage = draft.preset?.keyPage;
    const outcome = await askText({
      ...position,
      title: dialogueTitle(draft),
      prompt: promptOf(draft, need === 'optional'),
      placeholder: t('API key'),
      value: draft.key,
      password: true,
      ...(keyPage && { page: { url: keyPage, tooltip: t('Get a key at {0}', keyPage) } }),
      validate: (text) =>
        need === 'required' && text === ''
          ? keyPage
            ? t('Enter the API key. You get one at {0}.', keyPage)
            : t('Enter the API key.')
          : undefined,
    });
    return outcome.type === 'accepted' ? { type: 'accepted', value: withKey(draft, outcome.value) } : outcome;
  },
};

function promptOf({ baseUrl, preset }: EndpointDraft, optional: boolean): string {
  const origin = endpointOrigin(baseUrl);
  const sentences = [t("API key. It is kept in VS Code's secret storage and sent to {0} only.", origin)];
  if (origin.startsWith('http:') && !isLocalEndpoint(baseUrl)) {
    sentences.push(t('This connection is not encrypted: others on the network can read the key.'));
  }
  if (environmentKey(process.env, baseUrl) !== undefined) {
    sentences.push(t('Leave it empty to use OPENAI_API_KEY from your environment.'));
  } else if (optional) {
    sentences.push(t('Leave it empty if the server asks for none.'));
  } else if (preset?.keyPage) {
    sentences.push(t('Get one at {0}.', preset.keyPage));
  }
  return sentences.join(' ');
}
