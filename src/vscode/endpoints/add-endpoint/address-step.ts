import { t } from '@vscode/l10n';
import { withAddress, type EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { readAddress } from '../../../features/add-endpoint/read-address';
import type { EndpointPreset } from '../../../model/presets';
import { listOf } from '../../../shared/list-of';
import { askText } from '../../input/ask-text';
import type { Step } from '../../input/run-steps';
import { dialogueTitle } from './dialogue-title';
import { stepIds } from './step-ids';

/** The base URL, with what has to be replaced in it selected. */
export const addressStep: Step<EndpointDraft> = {
  id: stepIds.address,
  applies: ({ found, editsAddress }) => found === undefined || editsAddress,
  async ask(draft, position) {
    const placeholders = draft.preset?.placeholders ?? [];
    const selection = selectionOf(draft);
    const outcome = await askText({
      ...position,
      title: dialogueTitle(draft),
      prompt: promptOf(draft.preset),
      placeholder: 'https://api.example.com/v1',
      value: draft.baseUrl,
      ...(selection && { selection }),
      validate: (text) => {
        const result = readAddress(text, placeholders);
        return result.valid ? undefined : result.problem;
      },
    });
    if (outcome.type !== 'accepted') {
      return outcome;
    }
    const result = readAddress(outcome.value, placeholders);
    return { type: 'accepted', value: result.valid ? withAddress(draft, result.address) : draft };
  },
};

function promptOf(preset: EndpointPreset | undefined): string {
  const replaced = (preset?.placeholders ?? []).map(({ text, label }) => t('{0} by the {1}', text, label));
  return replaced.length > 0
    ? t('Base URL: replace {0}.', listOf(replaced))
    : t('Base URL, up to and without /chat/completions.');
}

function selectionOf({ preset, baseUrl }: EndpointDraft): readonly [number, number] | undefined {
  const placeholder = preset?.placeholders.find(({ text }) => baseUrl.includes(text));
  if (!placeholder) {
    return undefined;
  }
  const start = baseUrl.indexOf(placeholder.text);
  return [start, start + placeholder.text.length];
}
