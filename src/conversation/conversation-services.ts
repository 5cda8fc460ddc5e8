import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { BlobStore } from '../store/blob-store';
import type { DerivedForms } from '../store/derived-forms';
import type { Instructions } from './system-message';

/** What the questions of all chats are asked with. */
export interface ConversationServices {
  readonly blobs: BlobStore;
  /** What was made of attachments before, for requests that can't carry all of them whole. */
  readonly derived?: DerivedForms;
  /** Instructions of the workspace, asked before each question; it may take its time but does not throw. */
  readonly instructions?: () => Promise<readonly Instructions[]>;
  /** Told of the SHA-256 of what was attached and not sent, for an edited picture was sent in its place. */
  readonly onReplaced?: (blobs: readonly string[]) => void;
  /**
   * What was prepared for another model as this one wants it, and the same attachment where nothing is to be made anew.
   * Throws the signal's reason and nothing else.
   */
  readonly prepareFor?: (attachment: Attachment, target: ModelTarget, signal: AbortSignal) => Promise<Attachment>;
}
