import { t } from '@vscode/l10n';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { describePlaces } from '../../attachments/secrets/describe-places';
import { findInQuestion } from '../../attachments/secrets/find-in-question';
import { redactText } from '../../attachments/secrets/redact-text';
import type { SecretMatch } from '../../media-process/secret-service';
import { typedId, type HeldBack } from '../../shared/attachment/secrets';

/** What a search came to; without matches where it failed. */
interface Searched {
  readonly text: string;
  readonly matches?: readonly SecretMatch[];
}

/** Keys and passwords in the question that is typed. */
export class TypedSecrets {
  readonly #media: AttachmentServices['media'];
  /** Where the person has to decide. */
  #searched: Searched | undefined;
  #accepted: string | undefined;

  constructor(media: AttachmentServices['media']) {
    this.#media = media;
  }

  get held(): readonly HeldBack[] {
    if (!this.#searched) {
      return [];
    }
    const { text, matches } = this.#searched;
    return [
      {
        id: typedId,
        kind: 'typed',
        name: t('Your question'),
        secrets: matches
          ? { status: 'found', findings: describePlaces(text, matches, {}), canRedact: true }
          : { status: 'unchecked' },
      },
    ];
  }

  /** Looks for secrets in a question that is about to be sent. */
  async search(text: string, signal: AbortSignal): Promise<void> {
    this.#searched = undefined;
    if (text === this.#accepted) {
      return;
    }
    try {
      const matches = await findInQuestion(text, this.#media, signal);
      this.#searched = matches.length > 0 ? { text, matches } : undefined;
    } catch {
      this.#searched = { text };
    }
  }

  /** It is sent as it is. */
  accept(): void {
    this.#accepted = this.#searched?.text;
    this.#searched = undefined;
  }

  /** The question without what was found in it, if it is still this one. */
  redact(text: string): string | undefined {
    const searched = this.#searched;
    this.#searched = undefined;
    return searched?.matches && searched.text === text ? redactText(text, searched.matches) : undefined;
  }

  /** Other text is typed now, or none. */
  forget(text?: string): void {
    if (text === undefined || text !== this.#searched?.text) {
      this.#searched = undefined;
    }
  }
}
