import { t } from '@vscode/l10n';
import type { ModelEntry, ModelSection } from '../../features/model-list/model-section';
import type { FailureReason } from '../../features/model-test/failure-reason';
import type { Endpoint } from '../../model/endpoint';
import type { StoredList } from '../../model/listing/list-memory';
import { chatModelsFirst } from '../../model/listing/chat-models-first';
import type { ListedModel } from '../../model/model-listing';
import { choiceKey, type ModelChoice } from './model-choice';
import type { Models } from './models';

export interface SectionFacts {
  readonly models: Models;
  /** The last lists, by name of endpoint. */
  readonly lists: ReadonlyMap<string, StoredList>;
  /** Why lists did not come, by name of endpoint. */
  readonly failures: ReadonlyMap<string, FailureReason>;
}

/** Each endpoint with its configured model, those that its server lists, and those that the person has used or pinned. */
export function endpointSections(
  endpoints: readonly Endpoint[],
  { models, lists, failures }: SectionFacts,
): readonly ModelSection<ModelChoice>[] {
  const used = [models.choice, ...models.shelf.pinned, ...models.shelf.recent];
  return endpoints.map((endpoint) => {
    const { name } = endpoint;
    const usedHere = used.flatMap((choice) =>
      choice.type === 'endpoint' && choice.endpoint === name ? [choice.model] : [],
    );
    const listed = chatModelsFirst(lists.get(name)?.models ?? []);
    const isListed = new Set(listed.map(({ id }) => id));
    const others = [...new Set([endpoint.model, ...usedHere])].filter((id) => !isListed.has(id));
    const failure = failures.get(name);
    return {
      label: name,
      entries: [...others.map((id): ListedModel => ({ id, capabilities: {} })), ...listed].map((model) =>
        entryOf(endpoint, model, models),
      ),
      ...(failure && { failure }),
    };
  });
}

export const offlineSection: ModelSection<ModelChoice> = {
  label: t('Built in'),
  entries: [
    {
      key: choiceKey({ type: 'offline' }),
      id: t('Built-in reader'),
      place: t('Reads text, offline'),
      capabilities: {},
      value: { type: 'offline' },
    },
  ],
};

function entryOf(endpoint: Endpoint, model: ListedModel, models: Models): ModelEntry<ModelChoice> {
  const value: ModelChoice = { type: 'endpoint', endpoint: endpoint.name, model: model.id };
  return {
    key: choiceKey(value),
    id: model.id,
    ...(model.name && { name: model.name }),
    place: endpoint.name,
    capabilities: models.told(endpoint, model),
    value,
  };
}
