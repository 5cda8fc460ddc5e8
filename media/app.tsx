import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ConversationEvent } from '../src/shared/conversation-events';
import type { PanelMessage } from '../src/shared/protocol';
import type { Announcer } from './announcer';
import { DetailsSheet } from './attachments/details/details-sheet';
import { findDetails } from './attachments/details/find-details';
import { CompareSheet } from './compare/compare-sheet';
import type { CompareMode } from './compare/compare-view';
import { comparable, isAmong } from './compare/comparable';
import { Composer } from './composer/composer';
import { DropZone } from './composer/drop-zone';
import { receivePaste } from './composer/receive';
import { isAnswering } from './composer/send-obstacle';
import { useReturnFocus } from './controls/use-return-focus';
import { chatUsage } from './format/chat-usage';
import { ChatList } from './header/chat-list';
import { Header } from './header/header';
import { UndoBar } from './header/undo-bar';
import { useWantedMessage } from './header/use-wanted-message';
import type { ChatScope } from './header/visible-chats';
import { Lightbox } from './lightbox/lightbox';
import { nameOfViewed } from './lightbox/viewed-picture';
import { NoticeBar, ReadOnlyBar } from './message-bars';
import { editedPicture } from './picture-editor/edited-picture';
import { PictureEditorSheet } from './picture-editor/picture-editor-sheet';
import type { ScrollPosition } from './saved-view';
import { useServices } from './services';
import { SettingsSheet } from './settings/settings-sheet';
import type { PasteOffer, ViewAction, ViewState } from './state';
import type { ScrollFollower } from './transcript/scroll-follower';
import { Transcript } from './transcript/transcript';
import { Welcome } from './welcome';

interface AppProps {
  readonly state: ViewState;
  readonly draftText: string;
  readonly restoredScroll: ScrollPosition | undefined;
  readonly follower: RefObject<ScrollFollower | null>;
  readonly textbox: RefObject<HTMLTextAreaElement | null>;
  readonly announcer: Announcer;
  readonly onTyped: (text: string) => void;
  readonly onScrolled: () => void;
  readonly dispatch: (action: ViewAction) => void;
}

/** The whole panel. */
export function App(props: AppProps): JSX.Element {
  const { state, draftText, textbox, announcer, onTyped, dispatch } = props;
  const { panel, found, proposed, wanted, notice, cover, completions, pasteOffer } = state;
  const services = useServices();
  const [scope, setScope] = useState<ChatScope>('all');
  const [compareMode, setCompareMode] = useState<CompareMode>('sides');
  const settingsButton = useRef<HTMLButtonElement>(null);
  const chatsOpen = cover === 'chats';
  const settingsOpen = cover === 'settings';
  const closeChats = (): void => {
    dispatch({ type: 'coverChanged', cover: 'none' });
    services.focusComposer();
  };
  const openChat = (id: string, messageId?: string): void => {
    if (id !== panel?.conversation.id) {
      services.post({ type: 'chatOpened', id });
    }
    if (messageId !== undefined) {
      dispatch({ type: 'messageWanted', message: { conversationId: id, messageId } });
    }
    closeChats();
  };
  useWantedMessage({
    conversation: panel?.conversation,
    wanted,
    follower: props.follower,
    onShown: () => dispatch({ type: 'messageWanted' }),
  });
  const closeSettings = (): void => {
    dispatch({ type: 'coverChanged', cover: 'none' });
    settingsButton.current?.focus();
  };
  const details =
    panel && typeof cover === 'object' && 'details' in cover ? findDetails(panel, cover.details) : undefined;
  const edited =
    panel && typeof cover === 'object' && 'edited' in cover ? editedPicture(panel, cover.edited) : undefined;
  const viewed = panel && typeof cover === 'object' && 'viewed' in cover ? cover : undefined;
  const pictures = panel ? comparable(panel.draft.tray) : [];
  const compared =
    typeof cover === 'object' && 'compared' in cover && isAmong(pictures, cover.compared) ? cover.compared : undefined;
  const viewedName = panel && viewed && nameOfViewed(panel, viewed.viewed);
  const returnFocus = useReturnFocus(
    details !== undefined || viewedName !== undefined || edited !== undefined || compared !== undefined,
  );
  const closeDetails = (): void => {
    dispatch({ type: 'coverChanged', cover: 'none' });
    returnFocus();
  };
  const closePicture = (): void => {
    dispatch({ type: 'coverChanged', cover: viewed?.over ?? 'none' });
    if (viewed?.over === 'none') {
      returnFocus();
    }
  };
  const offerPasted = (offer: PasteOffer | undefined): void =>
    dispatch({ type: 'pasteOfferChanged', ...(offer && { offer }) });
  /** What the person changed is shown at once; the host tells it again. */
  const apply = (event: ConversationEvent & PanelMessage): void => {
    services.post(event);
    dispatch({ type: 'conversationEvent', conversationId: panel?.conversation.id ?? '', event });
  };
  // The same element while an answer streams: its many rows have nothing to do with that.
  const settings = useMemo(
    () =>
      settingsOpen &&
      panel && (
        <SettingsSheet
          key={panel.conversation.id}
          panel={panel}
          onParameters={(parameters) => apply({ type: 'parametersChanged', parameters })}
          onSystemPrompt={(systemPrompt) => apply({ type: 'systemPromptChanged', systemPrompt })}
          onClose={closeSettings}
        />
      ),
    [
      settingsOpen,
      panel?.conversation.id,
      panel?.conversation.parameters,
      panel?.conversation.systemPrompt,
      panel?.request,
      panel?.model,
      panel?.readOnlyReason,
    ],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) {
      return;
    }
    if (settingsOpen) {
      event.preventDefault();
      closeSettings();
    } else if (details ?? edited ?? compared) {
      event.preventDefault();
      closeDetails();
    } else if (viewedName !== undefined) {
      event.preventDefault();
      closePicture();
    } else if (isAnswering(panel)) {
      event.preventDefault();
      services.post({ type: 'stopRequested' });
    }
  };
  return (
    <DropZone>
      <div class="page" onKeyDown={onKeyDown} onPaste={(event) => receivePaste(event, services, offerPasted)}>
        <Header
          conversation={panel?.conversation}
          proposed={proposed}
          usage={panel && chatUsage(panel.conversation.messages)}
          chatsOpen={chatsOpen}
          onChats={() => (chatsOpen ? closeChats() : dispatch({ type: 'coverChanged', cover: 'chats' }))}
          onNewChat={closeChats}
        />
        <div class="body">
          {chatsOpen && panel && (
            <ChatList
              panel={panel}
              found={found}
              proposed={proposed}
              scope={scope}
              onScope={setScope}
              onOpen={openChat}
              onClose={closeChats}
            />
          )}
          <div class="chat" inert={chatsOpen}>
            <main class="stage">
              <Transcript
                conversation={panel?.conversation}
                readOnly={panel?.readOnlyReason !== undefined}
                covered={settingsOpen || [details, viewedName, edited, compared].some((shown) => shown !== undefined)}
                restored={props.restoredScroll}
                follower={props.follower}
                onScrolled={props.onScrolled}
              >
                {panel && <Welcome model={panel.model} />}
              </Transcript>
              {settings}
              {details && panel && (
                <DetailsSheet
                  key={JSON.stringify(cover)}
                  details={details}
                  {...(typeof cover === 'object' && 'seconds' in cover && { seconds: cover.seconds })}
                  model={panel.model.label}
                  onClose={closeDetails}
                  onRemoved={() => {
                    dispatch({ type: 'coverChanged', cover: 'none' });
                    services.focusComposer();
                  }}
                />
              )}
              {edited && (
                <PictureEditorSheet
                  key={edited.id}
                  attachment={edited}
                  takesFocus={typeof cover === 'object' && 'edited' in cover && cover.takesFocus}
                  onClose={closeDetails}
                />
              )}
              {compared && (
                <CompareSheet
                  pair={compared}
                  pictures={pictures}
                  mode={compareMode}
                  onMode={setCompareMode}
                  onPair={services.comparePictures}
                  onClose={closeDetails}
                  onAsk={(question) => {
                    dispatch({ type: 'coverChanged', cover: 'none' });
                    services.suggestQuestion(question);
                  }}
                />
              )}
              {viewed && viewedName !== undefined && (
                <Lightbox
                  key={JSON.stringify(viewed.viewed)}
                  viewed={viewed.viewed}
                  name={viewedName}
                  onClose={closePicture}
                  onAsk={() => {
                    dispatch({ type: 'coverChanged', cover: 'none' });
                    services.focusComposer();
                  }}
                />
              )}
            </main>
            <section class="composer-area" aria-label={t('Question')}>
              {panel?.chats
                .filter(({ isDeleted }) => isDeleted)
                .map((chat) => (
                  <UndoBar key={chat.id} chat={chat} />
                ))}
              {notice !== undefined && (
                <NoticeBar
                  text={notice}
                  onDismiss={() => {
                    dispatch({ type: 'noticeDismissed' });
                    services.focusComposer();
                  }}
                />
              )}
              {panel?.readOnlyReason !== undefined && <ReadOnlyBar reason={panel.readOnlyReason} />}
              <Composer
                panel={panel}
                text={draftText}
                onTyped={onTyped}
                completions={completions}
                pasteOffer={pasteOffer}
                onPasteOfferDone={() => offerPasted(undefined)}
                textbox={textbox}
                settingsOpen={settingsOpen}
                settingsButton={settingsButton}
                onSettings={() => (settingsOpen ? closeSettings() : services.openSettings())}
              />
            </section>
          </div>
        </div>
        <div class="visually-hidden" role="status" ref={(region) => announcer.attach(region)} />
      </div>
    </DropZone>
  );
}
