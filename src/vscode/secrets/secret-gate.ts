import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { redactAttachment } from '../../attachments/secrets/redact-attachment';
import { searchAttachment, type SearchContext } from '../../attachments/secrets/search-attachment';
import { searchedOf } from '../../attachments/secrets/searched';
import { leavesMachine, withSecretsAccepted } from '../../attachments/secrets/tray-secrets';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import { describeSecrets } from '../../shared/attachment/describe-secrets';
import type { SecretCheck } from '../../shared/attachment/secrets';
import { language } from '../../shared/language';

export interface SecretGateOptions {
  readonly services: Pick<SearchContext, 'media' | 'blobs' | 'derived' | 'passwords'>;
  readonly isOn: () => boolean;
}

interface Found {
  readonly attachment: Attachment;
  readonly check: Extract<SecretCheck, { readonly status: 'found' }>;
}

/** Asks the person in dialogs before what may hold secrets leaves this machine, where no panel shows what was found. */
export class SecretGate {
  readonly #options: SecretGateOptions;

  constructor(options: SecretGateOptions) {
    this.#options = options;
  }

  /**
   * The attachments as they may be sent to the model, in their order; undefined when the person wants none of them sent.
   * Those that need no asking come back as they are.
   */
  async pass(attachments: readonly Attachment[], target: ModelTarget): Promise<readonly Attachment[] | undefined> {
    if (!this.#options.isOn() || !leavesMachine(target)) {
      return attachments;
    }
    const found = await this.#search(attachments);
    if (found.length === 0) {
      return attachments;
    }
    const choice = await ask(found);
    if (choice === undefined) {
      return undefined;
    }
    const settled = new Map<string, Attachment>();
    for (const { attachment, check } of found) {
      const sent = choice === 'redact' && check.canRedact ? await this.#redact(attachment) : attachment;
      settled.set(attachment.id, withSecretsAccepted(sent));
    }
    return attachments.map((attachment) => settled.get(attachment.id) ?? attachment);
  }

  /** What takes long is shown and can be skipped. */
  async #search(attachments: readonly Attachment[]): Promise<readonly Found[]> {
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
          // What can't be searched is sent as where the check is skipped.
          const check = await searchAttachment(attachment, searched, context).catch(() => undefined);
          return check && { attachment, check };
        }),
      );
      return controller.signal.aborted ? [] : checks.flatMap((check) => check ?? []);
    });
  }

  async #redact(attachment: Attachment): Promise<Attachment> {
    return await redactAttachment(attachment, this.#context(new AbortController().signal));
  }

  #context(signal: AbortSignal): SearchContext {
    return { ...this.#options.services, signal, onProgress: () => undefined };
  }
}

/** Undefined when the person gives up. */
async function ask(found: readonly Found[]): Promise<'redact' | 'send' | undefined> {
  const redact = t('Redact All');
  const send = t('Send Anyway');
  const [first] = found;
  const question =
    found.length === 1 && first
      ? t('{0} may hold secrets.', first.attachment.name)
      : t('{0} attachments may hold secrets.', found.length);
  const detail = found
    .map(({ attachment, check }) => `${attachment.name}: ${describeSecrets(check.findings, language())}`)
    .join('\n');
  const canRedact = found.every(({ check }) => check.canRedact);
  const buttons = canRedact ? [redact, send] : [send];
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, ...buttons);
  return chosen === redact ? 'redact' : chosen === send ? 'send' : undefined;
}
