import type { Message } from '../../src/shared/conversation';

/**
 * Questions that are being edited, and what is typed there: kept while they are out of sight, over a reload of the page, and
 * until the host has taken them.
 */
export class QuestionEdits {
  readonly #texts: Map<string, string>;
  readonly #onChange: () => void;
  /** Resent, and not yet seen to be taken. */
  readonly #resent = new Set<string>();

  /** @param kept texts by the identifiers of their messages */
  constructor(kept: Readonly<Record<string, string>>, onChange: () => void) {
    this.#texts = new Map(Object.entries(kept));
    this.#onChange = onChange;
  }

  get all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#texts);
  }

  /** Undefined for a question that nobody is editing. */
  text(messageId: string): string | undefined {
    return this.#texts.get(messageId);
  }

  change(messageId: string, text: string): void {
    this.#texts.set(messageId, text);
    this.#resent.delete(messageId);
    this.#onChange();
  }

  resend(messageId: string): void {
    this.#resent.add(messageId);
  }

  end(messageId: string): void {
    this.#texts.delete(messageId);
    this.#resent.delete(messageId);
    this.#onChange();
  }

  /**
   * What followed a message (empty: the beginning) was put aside: the question there was taken, if it was resent.
   *
   * @param messages as they were before
   */
  branchStarted(parentId: string, messages: readonly Message[]): void {
    for (const messageId of this.#resent) {
      const index = messages.findIndex(({ id }) => id === messageId);
      if (index >= 0 && (messages[index - 1]?.id ?? '') === parentId) {
        this.end(messageId);
      }
    }
  }
}
