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
      title: dialogueTitle,
      prompt: promptOf(draft, need === 'optional'),
      placeholder: 'API key',
      value: draft.key,
      password: true,
      ...(keyPage && { page: { url: keyPage, tooltip: `Get a key at ${keyPage}` } }),
      validate: (text) =>
        need === 'required' && text === ''
          ? `Enter the API key.${keyPage ? ` You get one at ${keyPage}.` : ''}`
          : undefined,
    });
    return outcome.type === 'accepted' ? { type: 'accepted', value: withKey(draft, outcome.value) } : outcome;
  },
};

function promptOf({ baseUrl, preset }: EndpointDraft, optional: boolean): string {
  const origin = endpointOrigin(baseUrl);
  const sentences = [`API key. It is kept in VS Code's secret storage and sent to ${origin} only.`];
  if (origin.startsWith('http:') && !isLocalEndpoint(baseUrl)) {
    sentences.push('This connection is not encrypted: others on the network can read the key.');
  }
  if (environmentKey(process.env, baseUrl) !== undefined) {
    sentences.push('Leave it empty to use OPENAI_API_KEY from your environment.');
  } else if (optional) {
    sentences.push('Leave it empty if the server asks for none.');
  } else if (preset?.keyPage) {
    sentences.push(`Get one at ${preset.keyPage}.`);
  }
  return sentences.join(' ');
}
