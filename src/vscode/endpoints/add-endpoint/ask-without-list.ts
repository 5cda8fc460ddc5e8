import { t } from '@vscode/l10n';
import type { EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { usualAddress } from '../../../features/add-endpoint/read-address';
import type { FailureReason } from '../../../features/model-test/failure-reason';
import { askText } from '../../input/ask-text';
import { pick, type PickItem } from '../../input/pick';
import type { StepResult } from '../../input/run-steps';
import type { StepPosition } from '../../input/step';
import { dialogueTitle } from './dialogue-title';
import { stepIds } from './step-ids';

type Choice = 'tryAgain' | 'tryUsualAddress' | 'editAddress' | 'editKey' | 'useAnyway';

/** What to do about a server that gave no list of models. */
export type WithoutList =
  StepResult<EndpointDraft> | { readonly type: 'tryAgain' } | { readonly type: 'tryAddress'; readonly baseUrl: string };

export async function askWithoutList(
  draft: EndpointDraft,
  reason: FailureReason,
  position: Omit<StepPosition, 'title'>,
): Promise<WithoutList> {
  const usual = usualAddress(draft.baseUrl);
  const outcome = await pick<Choice>({
    ...position,
    title: dialogueTitle(draft),
    placeholder: reason.sentence,
    items: [
      { label: `$(error) ${reason.sentence}`, ...(reason.detail && { detail: reason.detail }), alwaysShow: true },
      ...(usual ? [{ label: t('Try the usual address'), description: usual, value: 'tryUsualAddress' } as const] : []),
      ...choices(draft, reason),
    ],
  });
  if (outcome.type !== 'accepted') {
    return outcome;
  }
  switch (outcome.value) {
    case 'tryAgain':
      return { type: 'tryAgain' };
    case 'tryUsualAddress':
      return { type: 'tryAddress', baseUrl: usual ?? draft.baseUrl };
    case 'editAddress':
      return { type: 'goTo', step: stepIds.address, state: { ...draft, editsAddress: true } };
    case 'editKey':
      return { type: 'goTo', step: stepIds.key, state: { ...draft, editsKey: true } };
    case 'useAnyway': {
      const named = await askModelName(draft, position);
      return named.type === 'back' ? askWithoutList(draft, reason, position) : named;
    }
  }
}

/** What may help most comes first. */
function choices({ baseUrl }: EndpointDraft, { needsKey }: FailureReason): readonly PickItem<Choice>[] {
  const editKey: PickItem<Choice> = { label: t('Edit key'), value: 'editKey' };
  return [
    ...(needsKey ? [editKey] : []),
    { label: t('Try again'), value: 'tryAgain' },
    { label: t('Edit address'), description: baseUrl, value: 'editAddress' },
    ...(needsKey ? [] : [editKey]),
    { label: t('Use anyway'), description: t('Type the name of the model'), value: 'useAnyway' },
  ];
}

async function askModelName(
  draft: EndpointDraft,
  position: Omit<StepPosition, 'title'>,
): Promise<StepResult<EndpointDraft>> {
  const outcome = await askText({
    ...position,
    canGoBack: true,
    title: dialogueTitle(draft),
    prompt: t('Name of the model, as the server knows it.'),
    value: draft.model,
    validate: (text) => (text === '' ? t('Enter the name of a model.') : undefined),
  });
  return outcome.type === 'accepted' ? { type: 'accepted', value: { ...draft, model: outcome.value } } : outcome;
}
