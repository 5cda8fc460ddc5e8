import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { replacedBlobs } from '../../attachments/blobs-of';
import { describePlaces } from '../../attachments/secrets/describe-places';
import { findInQuestion } from '../../attachments/secrets/find-in-question';
import { redactAttachment } from '../../attachments/secrets/redact-attachment';
import { redactText } from '../../attachments/secrets/redact-text';
import { searchAttachment, type SearchContext } from '../../attachments/secrets/search-attachment';
import { searchedOf } from '../../attachments/secrets/searched';
import { withSecretsAccepted } from '../../attachments/secrets/secret-searches';
import type { SecretMatch } from '../../media-process/secret-service';
import { leavesMachine, type ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { SecretCheck } from '../../shared/attachment/secrets';
import { askAboutSecrets } from './ask-about-secrets';

export interface SecretGateOptions {
  readonly services: Pick<SearchContext, 'media' | 'blobs' | 'derived' | 'passwords'>;
  readonly isOn: () => boolean;
  /** Told of the SHA-256 of what is not needed any more, for something without secrets takes its place. */
  readonly onReplaced: (blobs: readonly string[]) => void;
  /** Told of a search that failed. */
  readonly onError: (error: unknown) => void;
}

interface Held {
  readonly attachment: Attachment;
  readonly check: Exclude<SecretCheck, { readonly status: 'checking' }>;
}

export interface PassTextOptions {
  /** What the text is to the person, as in "Your question". */
  readonly name: string;
  readonly text: string;
  readonly target: ModelTarget;
  /** Whether the text can take the place of the one with the secrets. */
  readonly canRedact: boolean;
}

/** Asks the person in dialogs before what may hold secrets leaves this machine, where no panel shows what was found. */
export class SecretGate {
  readonly #options: SecretGateOptions;

  constructor(options: SecretGateOptions) {
    this.#options = options;
  }

  /** Whether the person wants to be asked. */
  get isOn(): boolean {
    return this.#options.isOn();
  }

  /**
   * The attachments as they may be sent to the model, in their order; undefined when the person wants none of them sent.
   * Those that need no asking come back as they are.
   */
  async pass(attachments: readonly Attachment[], target: ModelTarget): Promise<readonly Attachment[] | undefined> {
    if (!this.isOn || !leavesMachine(target)) {
      return attachments;
    }
    const held = await this.#search(attachments);
    if (held.length === 0) {
      return attachments;
    }
    const choice = await askAboutSecrets(held.map(({ attachment: { name }, check }) => ({ name, check })));
    if (choice === undefined) {
      return undefined;
    }
    const settled = new Map<string, Attachment>();
    for (const { attachment, check } of held) {
      const sent = choice === 'redact' && check.status === 'found' ? await this.#redact(attachment) : attachment;
      settled.set(attachment.id, withSecretsAccepted(sent));
    }
    return attachments.map((attachment) => settled.get(attachment.id) ?? attachment);
  }

  /**
   * A text that a person typed, as it may be sent to the model; undefined when they do not want it sent.
   * It comes back as it is where it needs no asking.
   */
  async passText({ name, text, target, canRedact }: PassTextOptions): Promise<string | undefined> {
    if (!this.isOn || !leavesMachine(target)) {
      return text;
    }
    const matches = await this.#searchText(text);
    if (matches?.length === 0) {
      return text;
    }
    const check: Held['check'] = matches
      ? { status: 'found', findings: describePlaces(text, matches, {}), canRedact }
      : { status: 'unchecked' };
    const choice = await askAboutSecrets([{ name, check }]);
    return choice === 'redact' && matches ? redactText(text, matches) : choice && text;
  }

  /** Undefined where it could not be searched. */
  async #searchText(text: string): Promise<readonly SecretMatch[] | undefined> {
    try {
      return await findInQuestion(text, this.#options.services.media, new AbortController().signal);
    } catch (error) {
      this.#options.onError(error);
      return undefined;
    }
  }

  /** What takes long is shown and can be skipped. */
  async #search(attachments: readonly Attachment[]): Promise<readonly Held[]> {
    const options: vscode.ProgressOptions = {
      location: vscode.ProgressLocation.Notification,
      title: t('Iris: Checking for secrets. Cancel to skip the check.'),
      cancellable: true,
    };
    const searches = attachments.flatMap((attachment) => {
      const searched = searchedOf(attachment);
      return searched && searched.key !== attachment.secretsAccepted ? [{ attachment, searched }] : [];
    });
    if (searches.length === 0) {
      return [];
    }
    return await vscode.window.withProgress(options, async (_progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      const context = this.#context(controller.signal);
      const checks = await Promise.all(
        searches.map(async ({ attachment, searched }) => {
          const check = await searchAttachment(attachment, searched, context).catch((error: unknown) => {
            if (!controller.signal.aborted) {
              this.#options.onError(error);
            }
            return { status: 'unchecked' } as const;
          });
          return check && { attachment, check };
        }),
      );
      return controller.signal.aborted ? [] : checks.flatMap((check) => check ?? []);
    });
  }

  async #redact(attachment: Attachment): Promise<Attachment> {
    const redacted = await redactAttachment(attachment, this.#context(new AbortController().signal));
    this.#options.onReplaced(replacedBlobs(attachment, redacted));
    return redacted;
  }

  #context(signal: AbortSignal): SearchContext {
    return { ...this.#options.services, signal, onProgress: () => undefined };
  }
}
