import type { JSX, RefObject } from 'preact';
import type { Announcer } from './announcer';
import { Composer } from './composer/composer';
import { DropZone } from './composer/drop-zone';
import { receivePaste } from './composer/receive';
import { isAnswering } from './composer/send-obstacle';
import { ChatList } from './header/chat-list';
import { Header } from './header/header';
import { NoticeBar, ReadOnlyBar } from './message-bars';
import type { ScrollPosition } from './saved-view';
import { useServices } from './services';
import type { ViewAction, ViewState } from './state';
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
  const { panel, found, notice, chatsOpen } = state;
  const services = useServices();
  const closeChats = (): void => {
    dispatch({ type: 'chatListToggled', open: false });
    services.focusComposer();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && isAnswering(panel)) {
      event.preventDefault();
      services.post({ type: 'stopRequested' });
    }
  };
  return (
    <DropZone>
      <div class="page" onKeyDown={onKeyDown} onPaste={(event) => receivePaste(event, services)}>
        <Header
          title={panel?.conversation.title ?? ''}
          chatsOpen={chatsOpen}
          onChats={() => (chatsOpen ? closeChats() : dispatch({ type: 'chatListToggled', open: true }))}
          onNewChat={closeChats}
        />
        <div class="body">
          {chatsOpen && panel && (
            <ChatList chats={panel.chats} found={found} currentId={panel.conversation.id} onClose={closeChats} />
          )}
          <div class="chat" inert={chatsOpen}>
            <Transcript
              conversation={panel?.conversation}
              readOnly={panel?.readOnlyReason !== undefined}
              restored={props.restoredScroll}
              follower={props.follower}
              onScrolled={props.onScrolled}
            >
              {panel && <Welcome model={panel.model} />}
            </Transcript>
            <section class="composer-area" aria-label="Question">
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
              <Composer panel={panel} text={draftText} onTyped={onTyped} textbox={textbox} />
            </section>
          </div>
        </div>
        <div class="visually-hidden" role="status" ref={(region) => announcer.attach(region)} />
      </div>
    </DropZone>
  );
}
