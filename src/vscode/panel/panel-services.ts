import type * as vscode from 'vscode';
import type { AttachmentServices, PageDecoder } from '../../attachments/attachment-services';
import type { Tray } from '../../attachments/tray';
import type { OpenConversations } from '../../conversation/open-conversations';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { Example } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import type { ConversationStore } from '../../store/conversation-store';
import type { Event } from '../../util/emitter';
import type { AttachOutcome } from '../attachments/attach-outcome';
import type { AttachPlace } from '../attachments/attach-url';
import type { ChatServices } from '../chats/chat-services';
import type { Models } from '../models/models';
import type { SecretGate } from '../secrets/secret-gate';
import type { RequestServices } from './panel-requests';
import type { RunAction } from './panel-turns';

/** What panels share. */
export interface PanelServices {
  readonly conversations: OpenConversations;
  readonly store: ConversationStore;
  readonly chats: ChatServices;
  readonly blobs: BlobStore;
  readonly models: Models;
  readonly attachments: AttachmentServices;
  readonly onReplaced: (blobs: readonly string[]) => void;
  readonly requests: RequestServices;
  readonly createTray: (page: PageDecoder) => Tray;
  readonly attachUrl: (url: string, how: 'fetch' | 'passOn', place: AttachPlace) => Promise<void>;
  readonly runAction: RunAction;
  /** US dollars that are left of the month's budget; undefined where there is none. */
  readonly dollarsLeft: () => Promise<number | undefined>;
  readonly startExample: (example: Example) => Promise<void>;
  /** Lets the person choose a model for one question. */
  readonly pickModel: () => Promise<MultimodalModel | undefined>;
  readonly pickFiles: () => Promise<readonly vscode.Uri[]>;
  /** Lets the person choose from everything that can be attached. */
  readonly showAttachMenu: () => Promise<AttachOutcome>;
  readonly secrets: SecretGate;
  /** The person wants to be told of secrets, or not any more. */
  readonly onSecretCheckChange: Event<void>;
  readonly log: vscode.LogOutputChannel;
}
