import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ConversationEvent } from '../src/shared/conversation-events';
import { everyMessage } from '../src/shared/forks';
import type { Announcer } from './announcer';
import { DetailsSheet } from './attachments/details/details-sheet';
import { findDetails } from './attachments/details/find-details';
import { CompareSheet } from './compare/compare-sheet';
import type { CompareMode } from './compare/compare-view';
import { everyPicture, isAmong, pairWith } from './compare/comparable';
import { Composer } from './composer/composer';
import { DropZone } from './composer/drop-zone';
import { isPastedForQuestion, receivePaste } from './composer/receive';
import { isAnswering } from './composer/send-obstacle';
import { WaitingPlace } from './composer/waiting-question';
import { useReturnFocus } from './controls/use-return-focus';
import { useFind } from './find/use-find';
import { chatUsage } from './format/chat-usage';
import { ChatList } from './header/chat-list';
import { isNewChat } from './header/draft-line';
import { Header } from './header/header';
import { UndoBars } from './header/undo-bars';
import { useWantedMessage } from './header/use-wanted-message';
import type { ChatScope } from './header/visible-chats';
import { Lightbox } from './lightbox/lightbox';
import { stepsFrom } from './lightbox/steps';
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

type SettingsEvent = Extract<ConversationEvent, { type: 'parametersChanged' | 'systemPromptChanged' }>;

/** The whole panel. */
export function App(props: AppProps): JSX.Element {
  const { state, draftText, textbox, announcer, onTyped, dispatch } = props;
  const { panel, found, proposed, archived, wanted, notice, cover, completions, nothingAttached, pasteOffer } = state;
  const services = useServices();
  const [scope, setScope] = useState<ChatScope>('all');
  const [compareMode, setCompareMode] = useState<CompareMode>('sides');
  const settingsButton = useRef<HTMLButtonElement>(null);
  const chatsOpen = cover === 'chats';
  const settingsOpen = cover === 'settings';
  const backToComposer = (): void => {
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
    backToComposer();
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
  const pictures = panel && typeof cover === 'object' ? everyPicture(panel) : [];
  const compared =
    typeof cover === 'object' && 'compared' in cover && isAmong(pictures, cover.compared) ? cover.compared : undefined;
  const viewedName = panel && viewed && nameOfViewed(panel, viewed.viewed);
  const pair = viewed?.viewed.from === 'attachment' ? pairWith(pictures, viewed.viewed.id) : undefined;
  const steps = viewed && stepsFrom(pictures, viewed.viewed);
  const hasSheet = [details, viewedName, edited, compared].some((shown) => shown !== undefined);
  const returnFocus = useReturnFocus(hasSheet);
  const find = useFind(chatsOpen || settingsOpen || hasSheet);
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
  const apply = (conversationId: string, event: SettingsEvent): void => {
    services.post({ ...event, conversationId });
    dispatch({ type: 'conversationEvent', conversationId, event });
  };
  // The same element while an answer streams: its many rows have nothing to do with that.
  const settings = useMemo(
    () =>
      settingsOpen &&
      panel && (
        <SettingsSheet
          key={panel.conversation.id}
          panel={panel}
          onParameters={(parameters) => apply(panel.conversation.id, { type: 'parametersChanged', parameters })}
          onSystemPrompt={(systemPrompt) => apply(panel.conversation.id, { type: 'systemPromptChanged', systemPrompt })}
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
      services.stopAnswer();
    }
  };
  return (
    <DropZone>
      <div
        class="page"
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (isPastedForQuestion(event.target, textbox.current)) {
            receivePaste(event, services, offerPasted);
          }
        }}
      >
        <Header
          conversation={panel?.conversation}
          proposed={proposed}
          usage={panel && chatUsage(everyMessage(panel.conversation))}
          chatsOpen={chatsOpen}
          onChats={() => (chatsOpen ? backToComposer() : dispatch({ type: 'coverChanged', cover: 'chats' }))}
          onNewChat={backToComposer}
          onFind={() => {
            dispatch({ type: 'coverChanged', cover: 'none' });
            find.open();
          }}
        />
        <div class="body">
          {chatsOpen && panel && (
            <ChatList
              panel={panel}
              found={found}
              proposed={proposed}
              archived={archived}
              scope={scope}
              onScope={setScope}
              onOpen={openChat}
              onOpenNew={() => {
                if (!isNewChat(panel)) {
                  services.post({ type: 'newChatRequested' });
                }
                backToComposer();
              }}
              onClose={backToComposer}
            />
          )}
          <div class="chat" inert={chatsOpen}>
            <main class="stage">
              <Transcript
                conversation={panel?.conversation}
                readOnly={panel?.readOnlyReason !== undefined}
                covered={settingsOpen || hasSheet}
                restored={props.restoredScroll}
                wanted={wanted?.messageId}
                find={find}
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
                  onRemoved={backToComposer}
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
                  viewed={viewed.viewed}
                  steps={steps}
                  name={viewedName}
                  onClose={closePicture}
                  onStep={(id) =>
                    dispatch({ type: 'coverChanged', cover: { viewed: { from: 'attachment', id }, over: viewed.over } })
                  }
                  {...(pair && { onCompare: () => services.comparePictures(pair) })}
                  onAsk={backToComposer}
                />
              )}
            </main>
            <section class="composer-area" aria-label={t('Question')}>
              <UndoBars
                chats={panel?.chats ?? []}
                archived={archived}
                onFocusLost={services.focusComposer}
                onArchived={(id) => dispatch({ type: 'archivingSettled', id })}
              />
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
              {panel && <WaitingPlace key={panel.conversation.id} panel={panel} />}
              <Composer
                panel={panel}
                text={draftText}
                onTyped={onTyped}
                completions={completions}
                nothingAttached={nothingAttached}
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
