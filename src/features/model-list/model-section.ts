import type { ModelCapabilities } from '../../shared/capabilities';
import type { FailureReason } from '../model-test/failure-reason';

/** A model that can be chosen. */
export interface ModelEntry<T> {
  /** Tells it from all others, in this session and the next. */
  readonly key: string;
  readonly id: string;
  /** A name for people, where there is one beside the identifier. */
  readonly name?: string;
  /** Name of the endpoint, or of whoever else provides it. */
  readonly place: string;
  /** What is known of it; nothing that is only assumed. */
  readonly capabilities: ModelCapabilities;
  /** What choosing it means. */
  readonly value: T;
}

/** The models of one place. */
export interface ModelSection<T> {
  readonly label: string;
  readonly entries: readonly ModelEntry<T>[];
  /** Why its list did not come. */
  readonly failure?: FailureReason;
}
