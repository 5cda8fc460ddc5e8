import type { ModelObserver } from '../model/model-events';
import type { MultimodalModel } from '../model/multimodal-model';
import { observeModel } from '../model/observe/observe-model';

export interface MeteredFacts {
  /** What is sent to the model stays on this machine. */
  readonly isLocal: boolean;
}

/** Makes a model one whose requests are counted. Every model that people or other extensions get goes through this. */
export type Meter = (model: MultimodalModel, facts: MeteredFacts) => MultimodalModel;

export function createMeter({ observer }: { readonly observer: ModelObserver }): Meter {
  return (model, { isLocal }) =>
    observeModel(model, { observer, isLocal, price: () => model.metadata.capabilities.price });
}
