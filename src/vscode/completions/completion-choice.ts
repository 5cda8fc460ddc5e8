import type { Completion } from '../../shared/completion';

/** What is found for something typed, and what becomes of it when it is chosen. */
export interface CompletionChoice extends Omit<Completion, 'id'> {
  /** What it is, the same whatever was typed to find it. */
  readonly key: string;
  readonly choose?: () => Promise<void>;
}
