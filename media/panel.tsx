import { createRef, render } from 'preact';
import type { HostMessage, PanelMessage, PanelState } from '../src/shared/protocol';
import { Announcer } from './announcer';
import { App } from './app';
import { BlobCache } from './attachments/blob-cache';
import { MediaStore } from './attachments/media-store';
import { PagePictures } from './attachments/pdf/page-pictures';
import { Comparisons } from './compare/comparisons';
import { insertText } from './composer/insert-text';
import { sendClipboardImage } from './composer/receive';
import { trayAnnouncement } from './composer/tray-announcement';
import { loadDecoders } from './decoding/load-decoders';
import { PageDecoder } from './decoding/page-decoder';
import { draftAfterSnapshot } from './early-draft';
import { scheduleFrame } from './frame';
import { showTokenColors } from './highlight/show-token-colors';
import type { Host } from './host';
import { FullPictures } from './lightbox/full-pictures';
import type { ViewedPicture } from './lightbox/viewed-picture';
import { loadPictureEditor } from './picture-editor/load-picture-editor';
import { PictureEdits } from './picture-editor/picture-edits';
import type { SavedView } from './saved-view';
import { ServicesProvider } from './services';
import type { Services } from './services';
import { emptyView } from './state';
import { Store } from './store';
import { announcement } from './transcript/announcement';
import { QuestionEdits } from './transcript/question-edits';
import type { ScrollFollower } from './transcript/scroll-follower';

/** Connects the host, the state and the page. */
export class Panel {
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #store = new Store(emptyView, scheduleFrame);
  readonly #announcer = new Announcer();
  readonly #services: Services;
  readonly #decoder: PageDecoder;
  readonly #follower = createRef<ScrollFollower>();
  readonly #textbox = createRef<HTMLTextAreaElement>();
  /** How the page was left; known until the first snapshot is shown. */
  #saved: SavedView | undefined;
  #early: { readonly text: string; readonly typed: boolean };
  #saving = false;
  /** How often the text was changed or sent here. */
  #changes = 0;
  /** What was typed when the person asked for another chat that is not there yet. */
  #leftWith: string | undefined;

  constructor(host: Host, root: HTMLElement) {
    this.#host = host;
    this.#root = root;
    this.#saved = host.savedView();
    this.#early = { text: this.#saved?.draftText ?? '', typed: false };
    const blobs = new BlobCache((sha256) => host.post({ type: 'blobRequested', sha256 }));
    this.#services = {
      post: (message) => this.#post(message),
      stopAnswer: () => this.#inChat((conversationId) => host.post({ type: 'stopRequested', conversationId })),
      chooseBranch: (parentId, branch) =>
        this.#inChat((conversationId) => host.post({ type: 'branchChosen', conversationId, parentId, branch })),
      blobs,
      pages: new PagePictures((id, pages) => host.post({ type: 'pagesRequested', id, pages })),
      pictures: new FullPictures((address) => host.post({ type: 'pictureRequested', ...address })),
      comparisons: new Comparisons((pair) => host.post({ type: 'comparisonRequested', ...pair })),
      pictureEdits: new PictureEdits({
        post: (message) => host.post(message),
        blobs,
        loadEditor: loadPictureEditor,
        notify: (text) => this.#store.dispatch({ type: 'noticeShown', text }),
      }),
      questionEdits: new QuestionEdits(this.#saved?.questionEdits ?? {}, () => this.#save()),
      recordings: new MediaStore((sha256) => host.post({ type: 'mediaRequested', sha256 })),
      announce: (text) => this.#announcer.announce(text),
      notify: (text) => this.#store.dispatch({ type: 'noticeShown', text }),
      focusComposer: () => this.#textbox.current?.focus(),
      openDetails: (details, seconds) =>
        this.#store.dispatch({
          type: 'coverChanged',
          cover: { details, ...(seconds !== undefined && { seconds }) },
        }),
      openPicture: (viewed) => this.#openPicture(viewed),
      comparePictures: (compared) => this.#store.dispatch({ type: 'coverChanged', cover: { compared } }),
      suggestQuestion: (text) => this.#suggest(text),
      editPicture: (edited) => this.#store.dispatch({ type: 'coverChanged', cover: { edited, takesFocus: true } }),
      openSettings: () => this.#store.dispatch({ type: 'coverChanged', cover: 'settings' }),
    };
    const { post, recordings } = this.#services;
    this.#decoder = new PageDecoder({ recordings, post, loadDecoders });
  }

  /** Shows what is known already and asks the host for the rest. */
  start(): void {
    this.#store.subscribe((state, previous) => {
      this.#render();
      const said =
        previous.panel &&
        state.panel &&
        announcement(previous.panel.conversation, state.panel.conversation, Date.now());
      const saidOfTray =
        previous.panel &&
        state.panel &&
        trayAnnouncement(previous.panel.draft.tray, state.panel.draft.tray, state.panel.model.label);
      for (const text of [said, saidOfTray]) {
        if (text !== undefined) {
          this.#announcer.announce(text);
        }
      }
    });
    this.#host.onMessage((message) => this.#receive(message));
    this.#render();
    this.#host.post({ type: 'ready' });
  }

  #receive(message: HostMessage): void {
    if (message.type === 'snapshot') {
      this.#receiveSnapshot(message.state);
      return;
    }
    if (message.type === 'conversationEvent' && message.event.type === 'branchStarted') {
      const messages = this.#store.state.panel?.conversation.messages ?? [];
      this.#services.questionEdits.branchStarted(message.event.parentId, messages);
    }
    // Before it is shown: an editor that goes away then saves what is not saved yet.
    if (message.type === 'trayChanged') {
      this.#services.pictureEdits.follow(message.tray);
    }
    this.#store.dispatch(message);
    if (message.type === 'blobLoaded') {
      this.#services.blobs.accept(message.sha256, message.mediaType, message.bytes);
    } else if (message.type === 'pagesShown') {
      this.#services.pages.accept(message.id, message.pages);
    } else if (message.type === 'pictureFound' || message.type === 'pictureMissing') {
      this.#services.pictures.accept(message);
    } else if (message.type === 'comparisonMade' || message.type === 'comparisonFailed') {
      this.#services.comparisons.accept(message);
    } else if (
      message.type === 'basePictureFound' ||
      message.type === 'basePictureMissing' ||
      message.type === 'pictureEditSettled'
    ) {
      this.#services.pictureEdits.accept(message);
    } else if (message.type === 'mediaLoaded' || message.type === 'mediaMissing') {
      this.#services.recordings.accept(message);
    } else if (message.type === 'decodingRequested' || message.type === 'decodingCancelled') {
      this.#decoder.accept(message);
    } else if (message.type === 'tokenColorsChanged') {
      showTokenColors(message.colors);
    } else if (message.type === 'composerFocused') {
      this.#services.focusComposer();
    } else if (message.type === 'clipboardImageRequested') {
      void sendClipboardImage(this.#services);
    }
  }

  #inChat(act: (conversationId: string) => void): void {
    const { panel } = this.#store.state;
    if (panel) {
      act(panel.conversation.id);
    }
  }

  #receiveSnapshot(snapshot: PanelState): void {
    const before = this.#store.state.panel?.conversation.id;
    if (before === undefined) {
      this.#receiveFirst(snapshot);
    } else if (before === snapshot.conversation.id) {
      const { changes = this.#changes } = snapshot.draft;
      this.#services.pictureEdits.forgetAllBut(snapshot.draft.tray);
      // What was typed while the host told what it knew is newer than that.
      this.#show(snapshot, changes < this.#changes ? this.#draftText : snapshot.draft.text);
    } else {
      this.#receiveOther(snapshot, before);
    }
  }

  /** Another chat: what was typed since the person asked for it is meant for that one. */
  #receiveOther(snapshot: PanelState, before: string): void {
    const left = this.#leftWith;
    this.#leftWith = undefined;
    const typed = left !== undefined && this.#draftText.startsWith(left) ? this.#draftText.slice(left.length) : '';
    // New chats share a draft: what was typed may be in it already.
    const text = snapshot.draft.text === this.#draftText ? this.#draftText : `${snapshot.draft.text}${typed}`;
    this.#services.pictureEdits.adopt(snapshot.draft.tray);
    this.#show(snapshot, text);
    if (left !== undefined && typed !== '') {
      this.#post({ type: 'draftChanged', conversationId: before, text: left });
      this.#post({ type: 'draftChanged', conversationId: snapshot.conversation.id, text });
    }
  }

  #show(snapshot: PanelState, text: string): void {
    this.#store.dispatch({ type: 'snapshot', state: { ...snapshot, draft: { ...snapshot.draft, text } } });
  }

  #post(message: PanelMessage): void {
    if (message.type === 'draftChanged' || message.type === 'sendRequested') {
      this.#changes++;
    } else if (message.type === 'newChatRequested' || message.type === 'chatOpened') {
      this.#leftWith = this.#draftText;
    }
    if (message.type === 'sendRequested' || message.type === 'editRequested') {
      // Who asks goes on: what was told before is read. What the host tells of this question is not.
      this.#store.dispatch({ type: 'noticeDismissed' });
    }
    this.#host.post(message);
  }

  #receiveFirst(snapshot: PanelState): void {
    const text = draftAfterSnapshot({ ...this.#early, saved: this.#saved }, snapshot);
    this.#show(snapshot, text);
    this.#saved = undefined;
    this.#goOnEditing(snapshot);
    if (text !== snapshot.draft.text) {
      this.#post({ type: 'draftChanged', conversationId: snapshot.conversation.id, text });
    }
  }

  /** What was being edited when the page went away is shown as it was left. */
  #goOnEditing({ draft }: PanelState): void {
    this.#services.pictureEdits.adopt(draft.tray);
    const edited = draft.tray.find(({ id }) => this.#services.pictureEdits.unsaved(id));
    if (edited) {
      this.#store.dispatch({ type: 'coverChanged', cover: { edited: edited.id, takesFocus: false } });
    }
  }

  #openPicture(viewed: ViewedPicture): void {
    const { cover } = this.#store.state;
    // From the details, and from a comparison, there is a way back to them.
    const over = typeof cover === 'object' && ('details' in cover || 'compared' in cover) ? cover : 'none';
    this.#store.dispatch({ type: 'coverChanged', cover: { viewed, over } });
  }

  #suggest(text: string): void {
    const textbox = this.#textbox.current;
    if (textbox?.value.trim() === '') {
      insertText(textbox, text, { start: 0, end: textbox.value.length });
    }
    textbox?.focus();
  }

  get #draftText(): string {
    return this.#store.state.panel?.draft.text ?? this.#early.text;
  }

  #typed(text: string): void {
    if (this.#store.state.panel) {
      this.#store.dispatch({ type: 'draftTyped', text });
    } else {
      this.#early = { text, typed: true };
      this.#render();
    }
    this.#save();
  }

  /** Once per frame at most: scrolling asks for it often. */
  #save(): void {
    if (this.#saving) {
      return;
    }
    this.#saving = true;
    scheduleFrame(() => {
      this.#saving = false;
      this.#host.saveView({
        panelId: this.#root.dataset['panel'] ?? '',
        conversationId: this.#store.state.panel?.conversation.id ?? this.#saved?.conversationId ?? '',
        draftText: this.#draftText,
        scroll: this.#follower.current?.position() ?? { type: 'end' },
        questionEdits: this.#services.questionEdits.all,
      });
    });
  }

  #render(): void {
    const { state } = this.#store;
    const restored = this.#saved?.conversationId === state.panel?.conversation.id ? this.#saved?.scroll : undefined;
    render(
      <ServicesProvider value={this.#services}>
        <App
          state={state}
          draftText={this.#draftText}
          restoredScroll={restored}
          follower={this.#follower}
          textbox={this.#textbox}
          announcer={this.#announcer}
          onTyped={(text) => this.#typed(text)}
          onScrolled={() => this.#save()}
          dispatch={(action) => this.#store.dispatch(action)}
        />
      </ServicesProvider>,
      this.#root,
    );
  }
}
