import type { Completion } from '../../shared/completion';
import type { AttachOutcome } from '../attachments/attach-outcome';

/** What is found for something typed, and what becomes of it when it is chosen. */
export interface CompletionChoice extends Omit<Completion, 'id'> {
  /** What it is, the same whatever was typed to find it. */
  readonly key: string;
  /** Resolves to what came of it, where it need not be there. */
  readonly choose?: () => Promise<AttachOutcome | undefined>;
}
