import type { ModelObserver } from '../model/model-events';
import type { MultimodalModel } from '../model/multimodal-model';
import { gateModel } from '../model/observe/gate-model';
import { observeModel } from '../model/observe/observe-model';
import type { Transcriber } from '../model/transcription';
import { observeTranscriber } from '../model/observe/observe-transcriber';
import type { ModelPrice } from '../shared/capabilities';
import { type BudgetedModel, mayCostMoney } from './budget';

export interface MeteredFacts {
  /** What is sent to the model stays on this machine. */
  readonly isLocal: boolean;
  /** Asked anew for each request, as it may become known meanwhile; by default what the model says of itself. */
  readonly price?: () => ModelPrice | undefined;
}

/**
 * Makes a model one whose requests are counted and kept within the budget. Every model that people or other extensions get
 * goes through this.
 */
export type Meter = (model: MultimodalModel, facts: MeteredFacts) => MultimodalModel;

/** Makes a transcriber one whose requests are counted and kept within the budget. */
export type TranscriptionMeter = (transcriber: Transcriber, facts: Required<MeteredFacts>) => Transcriber;

export interface MeterOptions {
  readonly observer: ModelObserver;
  /** Called before each request that leaves Iris; throws a `ModelError` when none may be sent. */
  readonly checkBudget: (asked: BudgetedModel) => Promise<void>;
}

export function createMeter({ observer, checkBudget }: MeterOptions): Meter {
  return (model, { isLocal, price = () => model.metadata.capabilities.price }) => {
    const admit = async (): Promise<void> => {
      const { endpoint, model: name, offline } = model.metadata;
      if (!offline) {
        await checkBudget({ endpoint, model: name, mayCostMoney: mayCostMoney(price(), isLocal) });
      }
    };
    return observeModel(gateModel(model, admit), { observer, isLocal, price });
  };
}

export function createTranscriptionMeter({ observer, checkBudget }: MeterOptions): TranscriptionMeter {
  return (transcriber, { isLocal, price }) => {
    const { metadata } = transcriber;
    const { endpoint, model } = metadata;
    const gated: Transcriber = {
      metadata,
      async transcribe(sound, options) {
        await checkBudget({ endpoint, model, mayCostMoney: mayCostMoney(price(), isLocal) });
        return await transcriber.transcribe(sound, options);
      },
    };
    return observeTranscriber(gated, { observer, isLocal, price });
  };
}
