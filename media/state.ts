import type { TrayItem } from '../src/shared/attachment/tray-item';
import { trayObstacle } from '../src/shared/attachment/tray-obstacle';
import { applyEvent } from '../src/shared/conversation-events';
import type { ConversationEvent } from '../src/shared/conversation-events';
import type { Draft, HostMessage, PanelState } from '../src/shared/protocol';
import type { ComparedPair } from './compare/comparisons';
import { justArchived } from './header/just-archived';
import type { ViewedPicture } from './lightbox/viewed-picture';

/** All that the panel shows. */
export interface ViewState {
  /** Absent until the host has sent its first snapshot. */
  readonly panel?: PanelState;
  /** The host's last answer to a search in earlier chats. */
  readonly found?: FoundChats;
  /** Names for a chat that the host has proposed last. */
  readonly proposed?: ProposedTitles;
  /** Chats that were just archived and can be had back, by their identifiers. */
  readonly archived: readonly string[];
  readonly wanted?: WantedMessage;
  readonly notice?: string;
  /** The host's last answer to what was typed after `@`, `#` or `/`. */
  readonly completions?: FoundCompletions;
  /** The host's last word on something that was chosen to be attached and is not there. */
  readonly nothingAttached?: NothingAttached;
  /** What may be attached of a text that was just pasted. */
  readonly pasteOffer?: PasteOffer;
  /** What lies over the conversation. */
  readonly cover: Cover;
}

/** The list of earlier chats covers the panel; all others cover what is above the composer. */
export type Cover =
  | 'none'
  | 'chats'
  | 'settings'
  | { readonly details: string; readonly seconds?: number }
  /** An attachment that is edited; from the keyboard unless the person is still to type the question. */
  | { readonly edited: string; readonly takesFocus: boolean }
  /** Two pictures of the chat or the tray, by their identifiers. */
  | { readonly compared: ComparedPair }
  /** A picture shown large, and what it lies over. */
  | { readonly viewed: ViewedPicture; readonly over: Cover };

export const emptyView: ViewState = { cover: 'none', archived: [] };

export type FoundChats = Omit<Extract<HostMessage, { readonly type: 'chatsFound' }>, 'type'>;

export type ProposedTitles = Omit<Extract<HostMessage, { readonly type: 'titlesProposed' }>, 'type'>;

/** A message to show as soon as its chat is. */
export interface WantedMessage {
  readonly conversationId: string;
  readonly messageId: string;
}

export type FoundCompletions = Omit<Extract<HostMessage, { readonly type: 'completionsFound' }>, 'type'>;

export type NothingAttached = Omit<Extract<HostMessage, { readonly type: 'nothingAttached' }>, 'type'>;

export type PasteOffer =
  | { readonly kind: 'paths'; readonly text: string; readonly names: readonly string[] }
  | { readonly kind: 'url'; readonly url: string };

/** What changes the state: facts from the host, and what the person does that the host need not answer. */
export type ViewAction =
  | HostMessage
  | { readonly type: 'draftTyped'; readonly text: string }
  | { readonly type: 'noticeDismissed' }
  /** A chat is left in the archive. */
  | { readonly type: 'archivingSettled'; readonly id: string }
  /** An address was pasted, or an offer was taken or declined. */
  | { readonly type: 'pasteOfferChanged'; readonly offer?: PasteOffer }
  | { readonly type: 'coverChanged'; readonly cover: Cover }
  /** A message is to be shown, or is shown. */
  | { readonly type: 'messageWanted'; readonly message?: WantedMessage };

/** Pure: returns the same state where nothing changes. */
export function reduce(state: ViewState, action: ViewAction): ViewState {
  switch (action.type) {
    case 'snapshot':
      return { ...withoutOffer(state, action.state), panel: action.state };
    case 'conversationEvent':
      return uncovered(
        state,
        changePanel(state, (panel) => applyToPanel(panel, action.conversationId, action.event)),
      );
    case 'trayChanged':
      return withTray(state, action.tray);
    case 'trayWarningsChanged':
      return changePanel(state, (panel) => ({ ...panel, draft: { ...panel.draft, warnings: action.warnings } }));
    case 'heldBackChanged':
      return changePanel(state, (panel) => ({ ...panel, draft: { ...panel.draft, heldBack: action.heldBack } }));
    case 'draftTextReplaced':
      return withDraftText({ ...state, cover: 'none' }, action.text);
    case 'draftTyped':
      return withDraftText(state, action.text);
    case 'waitingQuestionChanged':
      return changePanel(state, (panel) => ({ ...panel, draft: withWaiting(panel.draft, action.waiting) }));
    case 'modelChanged':
      return changePanel(state, (panel) => ({ ...panel, model: action.model }));
    case 'requestChanged':
      return changePanel(state, (panel) => ({ ...panel, request: action.request }));
    case 'chatsChanged':
      return {
        ...changePanel(state, (panel) => ({ ...panel, chats: action.chats })),
        archived: justArchived(state.archived, state.panel?.chats ?? [], action.chats),
      };
    case 'archivingSettled':
      return { ...state, archived: state.archived.filter((id) => id !== action.id) };
    case 'chatsFound':
      return { ...state, found: { query: action.query, found: action.found } };
    case 'titlesProposed':
      return { ...state, proposed: withEarlier(state.proposed, action) };
    case 'chatListShown':
      return { ...state, cover: 'chats' };
    case 'messageWanted': {
      const { wanted: _wanted, ...rest } = state;
      return action.message ? { ...rest, wanted: action.message } : rest;
    }
    case 'completionsFound': {
      const { type: _type, ...completions } = action;
      return { ...state, completions };
    }
    case 'nothingAttached': {
      const { type: _type, ...nothingAttached } = action;
      return { ...state, nothingAttached };
    }
    case 'pastedPathsFound':
      return { ...state, pasteOffer: { kind: 'paths', text: action.text, names: action.names } };
    case 'pasteOfferChanged': {
      if (!state.pasteOffer && !action.offer) {
        return state;
      }
      const { pasteOffer: _pasteOffer, ...rest } = state;
      return action.offer ? { ...rest, pasteOffer: action.offer } : rest;
    }
    case 'noticeShown':
      // What is asked at the question with its buttons needs no second place.
      return action.text === trayObstacle([], state.panel?.draft.heldBack) ? state : { ...state, notice: action.text };
    case 'noticeDismissed':
      return withoutNotice(state);
    case 'coverChanged':
      return { ...state, cover: action.cover };
    case 'composerFocused':
      return state.cover === 'none' ? state : { ...state, cover: 'none' };
    case 'pictureEditorOpened':
      return { ...state, cover: { edited: action.id, takesFocus: false } };
    case 'blobLoaded':
    case 'pagesShown':
    case 'pictureFound':
    case 'pictureMissing':
    case 'comparisonMade':
    case 'comparisonFailed':
    case 'basePictureFound':
    case 'basePictureMissing':
    case 'pictureEditSettled':
    case 'mediaLoaded':
    case 'mediaMissing':
    case 'tokenColorsChanged':
    case 'decodingRequested':
    case 'decodingCancelled':
    case 'clipboardImageRequested':
      return state;
  }
}

function withoutNotice({ notice: _notice, ...state }: ViewState): ViewState {
  return state;
}

/** What was pasted in one chat is offered there. */
function withoutOffer(state: ViewState, shown: PanelState): ViewState {
  const { pasteOffer: _pasteOffer, ...rest } = state;
  return shown.conversation.id === state.panel?.conversation.id ? state : rest;
}

function changePanel(state: ViewState, change: (panel: PanelState) => PanelState): ViewState {
  return state.panel ? { ...state, panel: change(state.panel) } : state;
}

/** What was taken out of the tray has nothing left to show, and can't be edited any more. */
function withTray(state: ViewState, tray: readonly TrayItem[]): ViewState {
  const changed = changePanel(state, (panel) => ({ ...panel, draft: { ...panel.draft, tray } }));
  const { cover } = state;
  const before = new Set(state.panel?.draft.tray.map(({ id }) => id));
  const after = new Set(tray.map(({ id }) => id));
  return idsOf(cover).some((id) => before.has(id) && !after.has(id)) ? { ...changed, cover: 'none' } : changed;
}

/** Of the attachments that a cover is about. */
function idsOf(cover: Cover): readonly string[] {
  if (typeof cover !== 'object') {
    return [];
  }
  if ('compared' in cover) {
    return [cover.compared.first, cover.compared.second];
  }
  return 'details' in cover ? [cover.details] : 'edited' in cover ? [cover.edited] : [];
}

/** Who asks wants to see the answer, not the settings. */
function uncovered(before: ViewState, after: ViewState): ViewState {
  const question = after.panel?.conversation.messages.at(-1);
  const asked = question?.role === 'user' && question !== before.panel?.conversation.messages.at(-1);
  return asked && after.cover !== 'chats' ? { ...after, cover: 'none' } : after;
}

function withDraftText(state: ViewState, text: string): ViewState {
  return changePanel(state, (panel) => ({ ...panel, draft: { ...panel.draft, text } }));
}

function withWaiting({ waiting: _waiting, ...draft }: Draft, waiting: Draft['waiting']): Draft {
  return waiting ? { ...draft, waiting } : draft;
}

/** Events of another chat are not ours, except the first one of a chat that had no identity yet. */
function applyToPanel(panel: PanelState, conversationId: string, event: ConversationEvent): PanelState {
  const current = panel.conversation.id;
  const begins = current === '' && event.type === 'conversationCreated';
  return conversationId === current || begins
    ? { ...panel, conversation: applyEvent(panel.conversation, event) }
    : panel;
}

/** The model's name comes before those that were proposed already. */
function withEarlier(earlier: ProposedTitles | undefined, { id, titles, byModel }: ProposedTitles): ProposedTitles {
  const kept = byModel && earlier?.id === id ? earlier.titles : [];
  return { id, titles: [...new Set([...titles, ...kept])], byModel };
}
