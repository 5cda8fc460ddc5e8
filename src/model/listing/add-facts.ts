import { mergeCapabilities } from '../capabilities/merge-capabilities';
import type { ListedModel } from '../model-listing';

/**
 * The list, with what another list of the same server tells of its models; where both tell a fact, the other wins. A
 * `models/` before an identifier is the same with and without.
 */
export function addFacts(models: readonly ListedModel[], others: readonly ListedModel[]): readonly ListedModel[] {
  const byId = new Map(others.map((model) => [bare(model.id), model]));
  return models.map((model) => {
    const other = byId.get(bare(model.id));
    const name = model.name ?? other?.name;
    return other
      ? { ...model, ...(name && { name }), capabilities: mergeCapabilities(other.capabilities, model.capabilities) }
      : model;
  });
}

function bare(id: string): string {
  return id.replace(/^models\//, '');
}
