import type { NewAttachment } from '../../attachments/new-attachment';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { Taken } from './panel-turns';

/** The chat panels of this window, as commands use them: what a command does happens in the one that was used last. */
export interface Panels {
  /** Shows the panel with the composer focused. */
  reveal(): Promise<void>;
  /** Reveals and adds to the tray. */
  attach(files: readonly NewAttachment[]): Promise<void>;
  /** Reveals, adds a picture to the tray and shows it in the picture editor. */
  attachToEdit(file: NewAttachment): Promise<void>;
  /** Reveals and attaches what is at an address, which is fetched here or passed on to the model's server. */
  attachUrl(url: string, use: 'fetch' | 'passOn'): Promise<void>;
  /** Reveals and puts text into the composer, unless something is typed there. */
  suggest(text: string): Promise<void>;
  /** Asks the panel's page for the picture on the clipboard; false when it could not be read there. */
  attachClipboardImage(): Promise<boolean>;
  /** Ready attachments in the tray. */
  trayAttachments(): Promise<readonly Attachment[]>;
  /** Takes what is attached out of the tray if all of it can be sent. */
  takeAttachments(target: ModelTarget): Promise<Taken>;
  newChat(): Promise<void>;
  /** Shows the list of chats, to search in it. */
  showChats(): Promise<void>;
  /** Identifier of the chat in the panel that was used last; undefined where there is no panel. */
  shownChat(): Promise<string | undefined>;
  /** Shows a sentence in the panel. */
  notify(text: string): Promise<void>;
  /** Opens a chat as an editor tab; a new one without an identifier. */
  openInEditor(conversationId?: string): Promise<void>;
}
