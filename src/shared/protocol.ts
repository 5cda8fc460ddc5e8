import type { Adjustment } from './adjustment';
import type { Offer, TrayItem } from './attachment/tray-item';
import type { HeldBack } from './attachment/secrets';
import type { RemedyKind, TrayLimit, TrayWarning } from './attachment/tray-warning';
import type { AttachmentOptions } from './attachment/options';
import type { PictureEdit } from './attachment/picture-edit';
import type { ImageReference } from './blob';
import type { DecodingOutcome, DecodingTask } from './decoding';
import type { KnownCapabilities } from './capabilities';
import type { Completion, CompletionTrigger } from './completion';
import type { ChatWorkspace, ConversationState, ConversationSummary, ModelLabel } from './conversation';
import type { ConversationEvent } from './conversation-events';
import type { ChatFormat } from './chat-format';
import type { FoundChat } from './found-chat';
import type { FailureAction } from './failure';
import type { EffectiveParameter, ParameterLayer } from './parameters';
import type { PictureComparison } from './picture-comparison';
import type { TokenColors } from './token-colors';

/** A question that is asked when the answer that is being made has ended. */
export interface WaitingQuestion {
  readonly text: string;
  /** Names of what is attached to it. */
  readonly attached: readonly string[];
}

/** The composer: what is typed and attached but not yet sent. */
export interface Draft {
  readonly text: string;
  readonly tray: readonly TrayItem[];
  /** Limits that what is attached comes near to. */
  readonly warnings?: readonly TrayWarning[];
  /** What may hold secrets, and is sent with what is typed and attached. */
  readonly heldBack?: readonly HeldBack[];
  readonly waiting?: WaitingQuestion;
  /** How often the page had changed or sent the text when this was told: what it has done since is newer than `text`. */
  readonly changes?: number;
}

/** The model that the next question goes to. */
export interface ModelView extends ModelLabel {
  /** Short text for the picker's button. */
  readonly label: string;
  /** The built-in engine: reads text in pictures and understands nothing beyond it. */
  readonly offline: boolean;
  /** Whether what is sent stays on this machine. */
  readonly local: boolean;
  /** Another endpoint has a model of this name too: the label alone does not tell which of them answers. */
  readonly isElsewhere?: boolean;
}

/** Everything the panel shows: sent whole when it is ready, then kept up to date by the other facts. */
export interface PanelState {
  readonly conversation: ConversationState;
  /** Why nothing can be sent in this chat (it is open in another window, or its file is newer than this version). */
  readonly readOnlyReason?: string;
  readonly draft: Draft;
  readonly model: ModelView;
  readonly request: RequestView;
  /** Absent until all have been read for the first time. */
  readonly chats?: readonly ConversationSummary[];
  /** The beginning of what waits in the new chat, in which nothing was asked yet, while another one is shown. */
  readonly newChatDraft?: string;
  /** What this window has open; absent where that is no folder. */
  readonly workspace?: ChatWorkspace;
}

/** With what the next question is asked, and where that comes from. */
export interface RequestView {
  /** Values in force; those of the chat itself are in `conversation.parameters` too. */
  readonly parameters: readonly EffectiveParameter[];
  readonly known: KnownCapabilities;
  /** Date of the built-in table that facts may come from, as `2026-11-10`. */
  readonly tableDate?: string;
  /** What the server refused before and is not sent any more, for this model. */
  readonly adjustments: readonly Adjustment[];
  /** The workspace's instructions, `.iris/instructions.md`; absent when there are none. */
  readonly instructions?: WorkspaceInstructions;
}

export interface WorkspaceInstructions {
  /** Path from its workspace folder, with the folder's name where there are several. */
  readonly path: string;
  /** Not in force: the workspace is not trusted, or the file can't be read; a sentence says which. */
  readonly problem?: string;
}

/** What the extension host tells the panel. */
export type HostMessage =
  | { readonly type: 'snapshot'; readonly state: PanelState }
  | { readonly type: 'conversationEvent'; readonly conversationId: string; readonly event: ConversationEvent }
  | { readonly type: 'trayChanged'; readonly tray: readonly TrayItem[] }
  | { readonly type: 'trayWarningsChanged'; readonly warnings: readonly TrayWarning[] }
  | { readonly type: 'heldBackChanged'; readonly heldBack: readonly HeldBack[] }
  /** Replaces what is typed: a prompt from a command, or text given back after a failed send. */
  | { readonly type: 'draftTextReplaced'; readonly text: string }
  /** Another question waits in the chat that is shown, or none. */
  | { readonly type: 'waitingQuestionChanged'; readonly waiting?: WaitingQuestion }
  | { readonly type: 'modelChanged'; readonly model: ModelView }
  | { readonly type: 'requestChanged'; readonly request: RequestView }
  | { readonly type: 'chatsChanged'; readonly chats: readonly ConversationSummary[] }
  | { readonly type: 'chatsFound'; readonly query: string; readonly found: readonly FoundChat[] }
  /** Names that a chat could have, answering `titlesRequested`; the best first. */
  | {
      readonly type: 'titlesProposed';
      readonly id: string;
      readonly titles: readonly string[];
      readonly byModel: boolean;
    }
  /** Shows the list of chats, to search in it. */
  | { readonly type: 'chatListShown' }
  /** Answers `completionsRequested`, maybe several times: what is found later comes with all that was found before. */
  | {
      readonly type: 'completionsFound';
      readonly trigger: CompletionTrigger;
      readonly query: string;
      readonly items: readonly Completion[];
      /** Nothing more comes. */
      readonly isComplete: boolean;
    }
  /**
   * What the person chose to attach is not there: a reason says why, unless they thought better of it. Where it was chosen in
   * the composer's list, its words are taken out of the question.
   */
  | { readonly type: 'nothingAttached'; readonly reason?: string; readonly completionId?: string }
  /** There are files at the paths that were pasted. */
  | { readonly type: 'pastedPathsFound'; readonly text: string; readonly names: readonly string[] }
  | { readonly type: 'blobLoaded'; readonly sha256: string; readonly mediaType: string; readonly bytes: Uint8Array }
  /** Small pictures of pages of a PDF, answering `pagesRequested`; each is asked for by its hash like any other. */
  | { readonly type: 'pagesShown'; readonly id: string; readonly pages: readonly PagePicture[] }
  /** A piece of what is played; the last one says so. `missing`: it is gone, or too large to play here. */
  | {
      readonly type: 'mediaLoaded';
      readonly sha256: string;
      readonly mediaType: string;
      readonly offset: number;
      readonly bytes: Uint8Array;
      readonly isLast: boolean;
    }
  | { readonly type: 'mediaMissing'; readonly sha256: string; readonly reason: string }
  /** Decode this: nothing but a browser can. Answered by `decodingFinished`. */
  | { readonly type: 'decodingRequested'; readonly requestId: string; readonly task: DecodingTask }
  /** The answer is not wanted any more. */
  | { readonly type: 'decodingCancelled'; readonly requestId: string }
  /** A picture to be looked at, answering `pictureRequested`; its bytes are asked for by its hash. `missing`: a sentence says why. */
  | { readonly type: 'pictureFound'; readonly id: string; readonly part?: number; readonly picture: ImageReference }
  | { readonly type: 'pictureMissing'; readonly id: string; readonly part?: number; readonly reason: string }
  /** How two pictures differ, answering `comparisonRequested`. `failed`: a sentence says why it is not known. */
  | {
      readonly type: 'comparisonMade';
      readonly first: string;
      readonly second: string;
      readonly comparison: PictureComparison;
    }
  | { readonly type: 'comparisonFailed'; readonly first: string; readonly second: string; readonly reason: string }
  /** The pixels to edit, answering `basePictureRequested`; the bytes are asked for by the hash. */
  | { readonly type: 'basePictureFound'; readonly id: string; readonly picture: ImageReference }
  | { readonly type: 'basePictureMissing'; readonly id: string; readonly reason: string }
  /** What was saved or restored is in the tray, or a sentence says why not. */
  | { readonly type: 'pictureEditSettled'; readonly id: string; readonly problem?: string }
  /** Opens an attachment in the picture editor, where the person is still to type the question. */
  | { readonly type: 'pictureEditorOpened'; readonly id: string }
  | { readonly type: 'noticeShown'; readonly text: string }
  /** How the theme colours code; without colours the page's own are taken. */
  | { readonly type: 'tokenColorsChanged'; readonly colors: TokenColors | undefined }
  | { readonly type: 'composerFocused' }
  /** Asks for the picture on the clipboard; answered by `filesReceived` or `clipboardImageMissing`. */
  | { readonly type: 'clipboardImageRequested' };

export interface PagePicture {
  /** One-based. */
  readonly page: number;
  readonly picture: ImageReference;
}

/** A file that came through the clipboard or from outside of VS Code. */
export interface ReceivedFile {
  readonly name: string;
  /** It has no name of its own: it gets a number where another is called the same. */
  readonly isNameGiven?: boolean;
  readonly bytes: Uint8Array;
}

/** What the person asks for in the panel. The host validates each before it acts. */
export type PanelMessage =
  | { readonly type: 'ready' }
  /** What is typed in the chat that the page shows; the host may be at another one already. */
  | { readonly type: 'draftChanged'; readonly conversationId: string; readonly text: string }
  /** Takes the place of an earlier request that is not answered yet. */
  | { readonly type: 'completionsRequested'; readonly trigger: CompletionTrigger; readonly query: string }
  /** The list is closed. */
  | { readonly type: 'completionsEnded' }
  /** Attaches what it stands for, if anything. */
  | { readonly type: 'completionChosen'; readonly id: string }
  /** Text was pasted that looks like paths of files; answered by `pastedPathsFound` if there are any. Nothing is read. */
  | { readonly type: 'pathsPasted'; readonly text: string }
  /** Attaches the files at the paths that were pasted. */
  | { readonly type: 'pastedPathsAttached'; readonly text: string }
  /** Does what helps against one of the warnings, if it is still one. */
  | { readonly type: 'remedyTaken'; readonly limit: TrayLimit; readonly remedy: RemedyKind }
  /** While an answer is being made, it waits for the end of that. */
  | { readonly type: 'sendRequested'; readonly conversationId: string; readonly text: string }
  /** The question that waits is typed in the composer again, removed, put back after that, or sent at once, which stops the answer. */
  | {
      readonly type: 'waitingQuestionSettled';
      readonly conversationId: string;
      readonly how: 'edit' | 'remove' | 'putBack' | 'send';
    }
  | { readonly type: 'stopRequested'; readonly conversationId: string }
  | { readonly type: 'retryRequested'; readonly messageId: string }
  | { readonly type: 'continueRequested'; readonly messageId: string }
  | { readonly type: 'editRequested'; readonly messageId: string; readonly text: string }
  | { readonly type: 'turnDeleted'; readonly messageId: string }
  /** Asks the question of this answer again of a model that the person chooses for it. */
  | { readonly type: 'otherModelRequested'; readonly messageId: string }
  /** Goes on in another of the ways that follow a message (empty: the beginning), counted from 0. */
  | {
      readonly type: 'branchChosen';
      readonly conversationId: string;
      readonly parentId: string;
      readonly branch: number;
    }
  | { readonly type: 'failureActionRequested'; readonly messageId: string; readonly action: FailureAction }
  | { readonly type: 'newChatRequested' }
  | { readonly type: 'chatOpened'; readonly id: string }
  /** It can be restored for a while. */
  | { readonly type: 'chatDeleted'; readonly id: string }
  | { readonly type: 'chatRestored'; readonly id: string }
  | { readonly type: 'chatRenamed'; readonly id: string; readonly title: string }
  | { readonly type: 'chatPinned'; readonly id: string; readonly pinned: boolean }
  | { readonly type: 'chatArchived'; readonly id: string; readonly archived: boolean }
  /** Writes a chat into a file that the person chooses. */
  | { readonly type: 'chatExported'; readonly id: string; readonly format: ChatFormat }
  | { readonly type: 'chatCopied'; readonly id: string }
  | { readonly type: 'chatImportRequested' }
  /** Asks for names for a chat: made here, or by the model that the next question goes to. */
  | { readonly type: 'titlesRequested'; readonly id: string; readonly byModel: boolean }
  | { readonly type: 'chatsSearched'; readonly query: string }
  /** Nothing is searched for any more. */
  | { readonly type: 'chatListClosed' }
  | { readonly type: 'attachRequested' }
  /** Asks what to attach, of all that can be, rather than for files. */
  | { readonly type: 'attachMenuRequested' }
  | { readonly type: 'urisDropped'; readonly uris: readonly string[] }
  | { readonly type: 'filesReceived'; readonly files: readonly ReceivedFile[] }
  | { readonly type: 'clipboardImageMissing' }
  | { readonly type: 'attachmentRemoved'; readonly id: string }
  /** All of them leave the tray. */
  | { readonly type: 'trayEmptied' }
  /** What left the tray all at once comes back. */
  | { readonly type: 'trayRefilled' }
  | { readonly type: 'attachmentsReordered'; readonly ids: readonly string[] }
  /** Opens the original. */
  | { readonly type: 'attachmentOpened'; readonly id: string }
  /** Opens the exact bytes that are, or were, sent: of one part, counted from 0, or of the first. */
  | { readonly type: 'attachmentInspected'; readonly id: string; readonly part?: number }
  /** Opens a page of a PDF. */
  | { readonly type: 'attachmentPageOpened'; readonly id: string; readonly page: number }
  /** Replaces all options of an attachment in the tray. */
  | { readonly type: 'attachmentOptionsChanged'; readonly id: string; readonly options: AttachmentOptions }
  /** What to send where the model does not take the media. */
  | { readonly type: 'offerTaken'; readonly id: string; readonly offer: Offer }
  | { readonly type: 'passwordGiven'; readonly id: string; readonly password: string }
  /** The file was changed after it was attached: which of the two is meant. */
  | { readonly type: 'changedFileChosen'; readonly id: string; readonly use: 'attached' | 'current' }
  /** An attachment of an earlier question is not sent any more. */
  | { readonly type: 'earlierAttachmentRemoved'; readonly id: string }
  /** It is sent as it is, though it may hold secrets or is not searched to the end. */
  | { readonly type: 'secretsAccepted'; readonly id: string }
  /** All that was found in it is taken out. */
  | { readonly type: 'secretsRedacted'; readonly id: string }
  /** Tries again what failed. */
  | { readonly type: 'attachmentRetried'; readonly id: string }
  /** An address that the person typed, pasted or dropped. */
  | { readonly type: 'urlAttached'; readonly url: string; readonly how: 'fetch' | 'passOn' }
  | { readonly type: 'pagesRequested'; readonly id: string; readonly pages: readonly number[] }
  /** All bytes of a sound or video of an attachment that is shown, to play it. */
  | { readonly type: 'mediaRequested'; readonly sha256: string }
  | { readonly type: 'decodingFinished'; readonly requestId: string; readonly outcome: DecodingOutcome }
  /** Sends an attachment of an earlier question whole again, whatever has to give way for it; or not any more. */
  | {
      readonly type: 'attachmentKept';
      readonly messageId: string;
      readonly attachmentId: string;
      readonly kept: boolean;
    }
  | { readonly type: 'blobRequested'; readonly sha256: string }
  /** All pixels of a picture that is shown: as it was attached or edited, or of one of its parts, counted from 0. */
  | { readonly type: 'pictureRequested'; readonly id: string; readonly part?: number }
  /** Saves a picture to a file that the person chooses. */
  | { readonly type: 'pictureSaved'; readonly name: string; readonly bytes: Uint8Array }
  /** How two pictures of the chat or the tray, by their identifiers, differ. */
  | { readonly type: 'comparisonRequested'; readonly first: string; readonly second: string }
  /** The pixels of a picture in the tray as it was attached, to be edited. */
  | { readonly type: 'basePictureRequested'; readonly id: string }
  /** What the person is making of a picture, which is not saved yet; absent when it is discarded. */
  | { readonly type: 'pictureEditChanged'; readonly id: string; readonly edit?: PictureEdit }
  /** The edited picture as a PNG, and how it was made. Answered by `pictureEditSettled`. */
  | {
      readonly type: 'pictureEditSaved';
      readonly id: string;
      readonly edit: PictureEdit;
      readonly bytes: Uint8Array;
    }
  /** Takes the picture as it was attached again. Answered by `pictureEditSettled`. */
  | { readonly type: 'pictureRestored'; readonly id: string }
  | { readonly type: 'modelPickerRequested' }
  /** The whole layer of the chat in which it was changed; the host may show another one by now. */
  | { readonly type: 'parametersChanged'; readonly conversationId: string; readonly parameters: ParameterLayer }
  | { readonly type: 'systemPromptChanged'; readonly conversationId: string; readonly systemPrompt: string }
  | { readonly type: 'alternativeChosen'; readonly messageId: string; readonly alternative: number }
  /** Saves the sound of a spoken answer to a file that the person chooses. */
  | { readonly type: 'spokenAnswerSaved'; readonly messageId: string }
  /** Asks the model a tiny question with a picture or a sound to see what it takes. */
  | { readonly type: 'probeRequested' }
  /** What was learned of this model from errors and probes is forgotten. */
  | { readonly type: 'learnedForgotten' }
  | { readonly type: 'instructionsOpened' }
  /** Opens the settings of the model's endpoint. */
  | { readonly type: 'endpointSettingsOpened' }
  | { readonly type: 'lastRequestOpened' }
  | { readonly type: 'usageOpened' }
  | { readonly type: 'textCopied'; readonly text: string }
  | { readonly type: 'codeInserted'; readonly text: string }
  | { readonly type: 'codeOpened'; readonly text: string; readonly language: string }
  | { readonly type: 'linkOpened'; readonly url: string }
  /** A file of the workspace that an answer names; `line` counts from 1. */
  | { readonly type: 'fileOpened'; readonly path: string; readonly line?: number }
  /** One of the things to begin with, offered in an empty chat or where it is what is missing. */
  | { readonly type: 'exampleStarted'; readonly example: Example };

export type Example = 'demoImage' | 'screenshot' | 'addEndpoint';
