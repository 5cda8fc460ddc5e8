import { t } from '@vscode/l10n';
import type { MediaErrorKind } from '../media-process/media-service';

export type AttachmentErrorKind = MediaErrorKind | 'notTranscribed' | 'endpointMissing';

/** Why something can't be attached: whole sentences that name it and say what to do. */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  readonly kind: AttachmentErrorKind;

  constructor(kind: AttachmentErrorKind, fileName: string, reason: string) {
    super(t('"{0}" can\'t be attached. {1}', fileName, reason));
    this.kind = kind;
  }
}
