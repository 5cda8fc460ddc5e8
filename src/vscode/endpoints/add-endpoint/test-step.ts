import { t } from '@vscode/l10n';
import { toEndpoint, type EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { askTestQuestion, type TestOutcome } from '../../../features/model-test/ask-test-question';
import { failureReason } from '../../../features/model-test/failure-reason';
import { pick } from '../../input/pick';
import type { Step, StepResult } from '../../input/run-steps';
import type { StepPosition } from '../../input/step';
import { waitFor } from '../../input/wait-for';
import type { Models } from '../../models/models';
import { dialogueTitle } from './dialogue-title';
import { stepIds } from './step-ids';

type Choice = 'tryAgain' | 'changeModel' | 'editKey' | 'save' | 'cancel';

/** One real question with a tiny picture. A model that answers needs no decision here; the outcome is told at the end. */
export function testStep(models: Models): Step<EndpointDraft> {
  return {
    id: 'test',
    applies: () => true,
    async ask(draft, position) {
      const test = await waitFor<TestOutcome | 'skipped'>({
        ...position,
        title: dialogueTitle(draft),
        message: t('Asking {0} one question with a tiny picture…', draft.model),
        work: async (signal) =>
          askTestQuestion(await models.create(toEndpoint(draft), draft.model, draft.key || undefined), signal),
        skip: { label: t('Save without waiting for the answer'), value: 'skipped' },
      });
      if (test.type !== 'accepted') {
        return test;
      }
      const tested = test.value === 'skipped' ? undefined : test.value;
      const next = { ...draft, tested };
      return tested?.type === 'failed' ? askAfterFailure(next, tested, position) : { type: 'accepted', value: next };
    },
  };
}

async function askAfterFailure(
  draft: EndpointDraft,
  failed: Extract<TestOutcome, { type: 'failed' }>,
  position: Omit<StepPosition, 'title'>,
): Promise<StepResult<EndpointDraft>> {
  const { sentence, detail } = failureReason(failed.error);
  const outcome = await pick<Choice>({
    ...position,
    title: dialogueTitle(draft),
    placeholder: t('The model {0} did not answer', draft.model),
    items: [
      { label: `$(error) ${sentence}`, ...(detail && { detail }), alwaysShow: true },
      { label: t('Try again'), value: 'tryAgain' },
      { label: t('Change model'), description: draft.model, value: 'changeModel' },
      { label: t('Edit key'), value: 'editKey' },
      { label: t('Save'), description: t('Use it although the test failed'), value: 'save' },
      { label: t('Cancel'), description: t('Save nothing'), value: 'cancel' },
    ],
  });
  if (outcome.type !== 'accepted') {
    return outcome;
  }
  switch (outcome.value) {
    case 'tryAgain':
      return { type: 'goTo', step: 'test', state: draft };
    case 'changeModel':
      return { type: 'goTo', step: stepIds.model, state: draft };
    case 'editKey':
      return { type: 'goTo', step: stepIds.key, state: { ...draft, editsKey: true } };
    case 'save':
      return { type: 'accepted', value: draft };
    case 'cancel':
      return { type: 'cancelled' };
  }
}
