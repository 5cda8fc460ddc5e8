import { t } from '@vscode/l10n';
import { toEndpoint, withAddress, type EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { failureReason } from '../../../features/model-test/failure-reason';
import { chatModelsFirst } from '../../../model/listing/chat-models-first';
import { pick } from '../../input/pick';
import type { Step, StepResult } from '../../input/run-steps';
import type { StepPosition } from '../../input/step';
import { waitFor } from '../../input/wait-for';
import type { Models } from '../../models/models';
import { askWithoutList } from './ask-without-list';
import { dialogueTitle } from './dialogue-title';
import { stepIds } from './step-ids';

type Listing =
  | { readonly type: 'listed'; readonly models: readonly string[] }
  | { readonly type: 'failed'; readonly error: unknown };

/** Asks the server for its models, which shows that address and key are good, and lets the person choose one. */
export function modelStep(models: Models): Step<EndpointDraft> {
  return {
    id: stepIds.model,
    applies: () => true,
    async ask(draft, position) {
      for (let current = draft; ;) {
        const listing = await listModels(current, models, position);
        if (listing.type !== 'accepted') {
          return listing;
        }
        if (listing.value.type === 'listed') {
          return chooseModel({ ...current, models: listing.value.models }, position);
        }
        const next = await askWithoutList(current, failureReason(listing.value.error), position);
        if (next.type === 'tryAddress') {
          current = withAddress(current, { baseUrl: next.baseUrl });
        } else if (next.type !== 'tryAgain') {
          return next;
        }
      }
    },
  };
}

async function listModels(draft: EndpointDraft, models: Models, position: Omit<StepPosition, 'title'>) {
  if (draft.models) {
    return { type: 'accepted', value: { type: 'listed', models: draft.models } } as const;
  }
  return waitFor<Listing>({
    ...position,
    title: dialogueTitle(draft),
    message: t('Asking {0} for its models…', new URL(draft.baseUrl).host),
    work: async (signal) => {
      try {
        const listed = await models.list(toEndpoint(draft), signal, draft.key || undefined);
        return { type: 'listed', models: chatModelsFirst(listed).map(({ id }) => id) };
      } catch (error) {
        return { type: 'failed', error };
      }
    },
  });
}

async function chooseModel(
  draft: EndpointDraft,
  position: Omit<StepPosition, 'title'>,
): Promise<StepResult<EndpointDraft>> {
  const models = draft.models ?? [];
  const outcome = await pick<string>({
    ...position,
    title: dialogueTitle(draft),
    placeholder:
      models.length === 0
        ? t('The server lists no models: type the name of one')
        : t('Choose a model, or type its name'),
    items: models.map((model) => ({ label: model, value: model })),
    isActive: (model) => model === draft.model,
    fromText: { label: t('Use the name typed above'), read: (text) => text },
  });
  return outcome.type === 'accepted' ? { type: 'accepted', value: { ...draft, model: outcome.value } } : outcome;
}
