import type { Adjustment } from '../shared/adjustment';
import type { ModelCapabilities } from '../shared/capabilities';

/** A model as its server lists it. */
export interface ListedModel {
  /** As the server writes it (Gemini's begin with `models/`). */
  readonly id: string;
  /** A name for people, where the server has one. */
  readonly name?: string;
  readonly capabilities: ModelCapabilities;
  /** How to ask a server that passes over what it does not know without a word. */
  readonly adjustments?: readonly Adjustment[];
}
