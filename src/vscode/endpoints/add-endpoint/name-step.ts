import { t } from '@vscode/l10n';
import type { EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { nameProblem, uniqueName } from '../../../features/add-endpoint/endpoint-name';
import { askText } from '../../input/ask-text';
import type { Step } from '../../input/run-steps';
import type { EndpointSettings } from '../endpoint-settings';
import { dialogueTitle } from './dialogue-title';

/** A name that no other endpoint has. */
export function nameStep(endpoints: EndpointSettings): Step<EndpointDraft> {
  return {
    id: 'name',
    // Chats, keys and other settings know an endpoint by its name.
    applies: ({ replaces }) => replaces === undefined,
    async ask(draft, position) {
      const taken = endpoints.endpoints.map(({ name }) => name);
      const outcome = await askText({
        ...position,
        title: dialogueTitle(draft),
        prompt: t('Name of this endpoint, as the model picker shows it.'),
        value: uniqueName(draft.name || suggestion(draft), taken),
        validate: (text) => nameProblem(text, taken),
      });
      return outcome.type === 'accepted' ? { type: 'accepted', value: { ...draft, name: outcome.value } } : outcome;
    },
  };
}

function suggestion({ preset, baseUrl }: EndpointDraft): string {
  return preset && preset.baseUrl !== '' ? preset.label : new URL(baseUrl).host;
}
