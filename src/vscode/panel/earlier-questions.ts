import { t } from '@vscode/l10n';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { describePlaces } from '../../attachments/secrets/describe-places';
import { findInQuestion } from '../../attachments/secrets/find-in-question';
import type { UserMessage } from '../../shared/conversation';
import type { HeldBack, SecretCheck } from '../../shared/attachment/secrets';

type Result = Exclude<SecretCheck, { readonly status: 'checking' }> | undefined;

/** Keys and passwords in what earlier questions say, that models on this machine were asked and no others. */
export class EarlierQuestions {
  readonly #media: AttachmentServices['media'];
  /** By texts; a search that failed is made again. */
  readonly #results = new Map<string, Result>();
  readonly #accepted = new Set<string>();

  constructor(media: AttachmentServices['media']) {
    this.#media = media;
  }

  /** Those of the questions that are not sent before the person has decided. */
  async search(questions: readonly UserMessage[], signal: AbortSignal): Promise<readonly HeldBack[]> {
    const held = await Promise.all(
      questions.map(async ({ id, text }): Promise<readonly HeldBack[]> => {
        const secrets = this.#accepted.has(text) ? undefined : await this.#check(text, signal);
        return secrets ? [{ id, kind: 'earlierQuestion', name: t('Your question'), secrets }] : [];
      }),
    );
    return held.flat();
  }

  /** It is sent as it is. */
  accept({ text }: UserMessage): void {
    this.#accepted.add(text);
  }

  async #check(text: string, signal: AbortSignal): Promise<Result> {
    const known = this.#results.get(text);
    if (known || this.#results.has(text)) {
      return known;
    }
    try {
      const matches = await findInQuestion(text, this.#media, signal);
      const result: Result =
        matches.length > 0
          ? { status: 'found', findings: describePlaces(text, matches, {}), canRedact: false }
          : undefined;
      this.#results.set(text, result);
      return result;
    } catch {
      return { status: 'unchecked' };
    }
  }
}
