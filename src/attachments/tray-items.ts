import { MediaError } from '../media-process/media-service';
import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { AttachmentOptions } from '../shared/attachment/options';
import type { Obstacle, TrayItem } from '../shared/attachment/tray-item';
import { messageOf } from '../util/message-of';
import { AttachmentError, type AttachmentErrorKind } from './attachment-error';
import { checkOptions } from './check-options';
import { planAttachment } from './plan-attachment';

/** What is being read or prepared. */
export interface Begun {
  readonly id: string;
  readonly name: string;
  /** What is prepared again. */
  readonly attachment?: Attachment | undefined;
  /** By what plan. */
  readonly preparedAs?: string;
}

/** Without an attachment the first time. */
export function preparing({ id, name, attachment }: Begun): Extract<TrayItem, { status: 'preparing' }> {
  return { status: 'preparing', id, name, ...(attachment && { attachment }) };
}

/** What could not be read or prepared, and why; an encrypted file waits for its password. */
export function failed(
  { id, name, attachment, obstacle }: Begun & { readonly obstacle: Obstacle | undefined },
  error: unknown,
): Extract<TrayItem, { readonly status: 'failed' | 'locked' }> {
  const kind = error instanceof AttachmentError || error instanceof MediaError ? error.kind : undefined;
  const known = { id, name, ...(attachment && { attachment }) };
  if (kind === 'passwordNeeded' || kind === 'passwordWrong') {
    return { status: 'locked', ...known, ...(kind === 'passwordWrong' && { wasWrong: true }) };
  }
  const isFinal = !attachment && kind !== undefined && faultsOfFiles.has(kind);
  return {
    status: 'failed',
    ...known,
    reason: messageOf(error),
    ...(obstacle && { obstacle }),
    ...(isFinal && { isFinal }),
    ...(kind === 'endpointMissing' && { needsEndpoint: true }),
  };
}

/** What no other try changes. */
const faultsOfFiles: ReadonlySet<AttachmentErrorKind> = new Set([
  'empty',
  'unsupportedFormat',
  'tooManyPixels',
  'tooManyBytes',
  'tooManyPages',
  'corrupt',
]);

/** A file that can't be attached has been seen; what could be prepared in another way stays. */
export function leavesTray(item: TrayItem): boolean {
  return item.status === 'ready' || (item.status === 'failed' && !item.attachment);
}

/** What the model does not take of an attachment, and something else is sent for it. */
export function settledObstacle({ instead, ...asAttached }: Attachment, target: ModelTarget): Obstacle | undefined {
  const planned = instead && planAttachment(asAttached, target);
  return planned?.status === 'obstructed' ? planned.obstacle : undefined;
}

/** A new version of a file is sent as the old one would have been; what was written from the old one is not kept. */
export function withChoices(attachment: Attachment, replaced: Attachment): Attachment {
  if (attachment.kind !== replaced.kind || !('options' in attachment) || !('options' in replaced)) {
    return attachment;
  }
  const { transcript: _transcript, ...options }: AttachmentOptions & { readonly transcript?: string } =
    replaced.options;
  const checked = checkOptions(attachment, options);
  const chosen = replaced.instead ? { ...attachment, instead: replaced.instead } : attachment;
  // Options of a kind go with any attachment of that kind, as far as they are valid for it.
  return checked.status === 'valid' ? ({ ...chosen, options: checked.options } as Attachment) : chosen;
}
