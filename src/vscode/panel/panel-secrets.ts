import { t } from '@vscode/l10n';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { redactAttachment } from '../../attachments/secrets/redact-attachment';
import { withSecretsAccepted } from '../../attachments/secrets/tray-secrets';
import type { Tray } from '../../attachments/tray';
import type { Attachment } from '../../shared/attachment/attachment';
import type { PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';

/** What the person says about secrets in what is attached. */
export type SecretMessage = Extract<PanelMessage, { type: 'secretsAccepted' | 'secretsRedacted' }>;

export interface PanelSecretsOptions {
  readonly tray: Tray;
  readonly services: Pick<AttachmentServices, 'media' | 'blobs' | 'derived' | 'passwords'>;
  /** Asks before what may hold secrets is sent; undefined when the person wants nothing sent. */
  readonly pass: (attachments: readonly Attachment[]) => Promise<readonly Attachment[] | undefined>;
  readonly notify: (text: string) => void;
}

/** What becomes of secrets in one panel's tray. */
export class PanelSecrets implements Disposable {
  readonly #options: PanelSecretsOptions;
  readonly #closed = new AbortController();

  constructor(options: PanelSecretsOptions) {
    this.#options = options;
  }

  async handle(message: SecretMessage): Promise<void> {
    const { tray } = this.#options;
    const attachment = tray.attachment(message.id);
    if (!attachment) {
      return;
    }
    switch (message.type) {
      case 'secretsAccepted':
        return tray.update(withSecretsAccepted(attachment));
      case 'secretsRedacted':
        return await this.#redact(attachment);
    }
  }

  /** Asks in dialogs about what waits to be sent, for commands that send it; whether it may be sent. */
  async settle(): Promise<boolean> {
    const { tray, pass } = this.#options;
    const asked = tray.items.flatMap((item) => (item.status === 'ready' && item.secrets ? [item.attachment] : []));
    const passed = await pass(asked);
    passed?.forEach((attachment) => tray.update(withSecretsAccepted(attachment)));
    await tray.settled();
    return passed !== undefined;
  }

  dispose(): void {
    this.#closed.abort();
  }

  async #redact(attachment: Attachment): Promise<void> {
    const { tray, services, notify } = this.#options;
    if (attachment.kind === 'image' && attachment.unsavedEdit) {
      notify(t('{0} has changes that are not saved. Save or discard them in the picture editor.', attachment.name));
      return;
    }
    const context = { ...services, signal: this.#closed.signal, onProgress: () => undefined };
    const redacted = await redactAttachment(attachment, context);
    // Another state of it may have come meanwhile: it is searched, and asked about, anew.
    if (tray.attachment(attachment.id) === attachment) {
      tray.update(redacted);
    }
  }
}
