import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { waitsForSearch } from '../../src/shared/attachment/tray-obstacle';
import type { PanelState } from '../../src/shared/protocol';
import type { FoundCompletions, NothingAttached, PasteOffer } from '../state';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { CompletionList, completionListId, optionId } from './completions/completion-list';
import { useCompletions } from './completions/use-completions';
import { HeldBack } from './held-back';
import { ModelButton } from './model-button';
import { PasteOfferBar } from './paste-offer-bar';
import { recalledText, recallQuestion } from './recall';
import type { Recall } from './recall';
import { useSavedPictures } from '../picture-editor/use-saved-pictures';
import { isAnswering, isWaitTaken, sendObstacle } from './send-obstacle';
import { SettingsButton } from './settings-button';
import { Tray } from './tray';
import { useLostMentions } from './use-lost-mentions';
import { useSendLater } from './use-send-later';

interface ComposerProps {
  readonly panel: PanelState | undefined;
  /** What is typed; kept apart from `panel`, which is not there yet in the first moments. */
  readonly text: string;
  readonly onTyped: (text: string) => void;
  readonly textbox: RefObject<HTMLTextAreaElement | null>;
  readonly completions: FoundCompletions | undefined;
  readonly nothingAttached: NothingAttached | undefined;
  readonly pasteOffer: PasteOffer | undefined;
  readonly onPasteOfferDone: () => void;
  readonly settingsOpen: boolean;
  readonly settingsButton: RefObject<HTMLButtonElement | null>;
  readonly onSettings: () => void;
}

const noItems: readonly TrayItem[] = [];

/** Where questions are written: attachments above, the text, and what is done with them below. */
export function Composer(props: ComposerProps): JSX.Element {
  const { panel, text, onTyped, textbox, nothingAttached } = props;
  const { post, stopAnswer, focusComposer } = useServices();
  const [recall, setRecall] = useState<Recall>();
  const [refused, setRefused] = useState(false);
  /** Why what was to be attached is not there. */
  const [missing, setMissing] = useState<string>();
  const completions = useCompletions(textbox, props.completions);
  const { open } = completions;
  const answering = isAnswering(panel);
  const searching =
    panel !== undefined && panel.readOnlyReason === undefined && waitsForSearch(panel.draft.tray, panel.draft.heldBack);
  const obstacle = searching ? undefined : sendObstacle(panel);

  const asked = { conversationId: panel?.conversation.id, send: () => send() };
  const saving = useSavedPictures({ ...asked, tray: panel?.draft.tray ?? [] });
  const later = useSendLater({ ...asked, searching });
  const lost = useLostMentions({ conversationId: panel?.conversation.id, tray: panel?.draft.tray ?? noItems, text });

  useEffect(() => {
    if (nothingAttached?.completionId !== undefined) {
      completions.takeBack(nothingAttached.completionId);
    }
    setMissing(nothingAttached?.reason);
  }, [nothingAttached]);
  useEffect(() => setMissing(undefined), [asked.conversationId]);

  const type = (typed: string): void => {
    setRefused(false);
    setMissing(undefined);
    later.giveUp();
    onTyped(typed);
    // What is typed before a chat is there goes to the host with its first snapshot.
    if (panel) {
      post({ type: 'draftChanged', conversationId: panel.conversation.id, text: typed });
    }
  };
  const send = (): void => {
    // What is being edited may be what stands in the way.
    if (!isWaitTaken(panel) && saving.saveFirst()) {
      return;
    }
    if (!panel || obstacle !== undefined) {
      setRefused(true);
      return;
    }
    if (searching) {
      later.wait();
      return;
    }
    post({ type: 'sendRequested', conversationId: panel.conversation.id, text });
    setRecall(undefined);
    setRefused(false);
    setMissing(undefined);
    completions.reset();
    props.onPasteOfferDone();
    onTyped('');
    focusComposer();
  };
  const walk = (direction: -1 | 1): boolean => {
    const walked = recallQuestion(currentRecall(panel, recall, text), direction, text);
    if (walked) {
      setRecall(walked);
      type(recalledText(walked));
    }
    return walked !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter and the arrows belong to it; 229 is what older ones report.
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const handled =
      completions.takesKey(event) ||
      (event.key === 'Escape' && later.giveUp()) ||
      (event.key === 'Enter' && !event.shiftKey && (send(), true)) ||
      (event.key === 'ArrowUp' && walk(-1)) ||
      (event.key === 'ArrowDown' && walk(1));
    if (handled) {
      event.preventDefault();
    }
  };

  return (
    <div class="composer">
      {panel && (
        <Tray
          key={panel.conversation.id}
          tray={panel.draft.tray}
          model={panel.model.label}
          warnings={panel.draft.warnings ?? []}
          messageCount={panel.conversation.messages.length}
        />
      )}
      {panel?.draft.heldBack && <HeldBack held={panel.draft.heldBack} />}
      {props.pasteOffer && <PasteOfferBar offer={props.pasteOffer} onDone={props.onPasteOfferDone} />}
      <div class="composer-field">
        {open && <CompletionList open={open} choose={completions.choose} point={completions.point} />}
        <textarea
          ref={textbox}
          class="composer-text"
          aria-label={t('Ask Iris')}
          aria-describedby="composer-hint"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          {...(open && { 'aria-controls': completionListId })}
          {...(open && open.items.length > 0 && { 'aria-activedescendant': optionId(open.active) })}
          placeholder={placeholder(panel)}
          rows={1}
          dir="auto"
          value={text}
          onInput={(event) => {
            type(event.currentTarget.value);
            completions.look();
          }}
          onKeyDown={onKeyDown}
          onKeyUp={completions.look}
          onClick={completions.look}
          onBlur={completions.close}
        />
      </div>
      <p class="composer-hint" id="composer-hint" role="status">
        {saving.hint ?? later.hint ?? missing ?? (refused ? obstacle : undefined) ?? lost}
      </p>
      <div class="composer-bar">
        <IconButton icon="attach" label={t('Attach')} onClick={() => post({ type: 'attachRequested' })} />
        <span class="attach-more">
          <IconButton
            icon="chevronDown"
            label={t('Attach from…')}
            onClick={() => post({ type: 'attachMenuRequested' })}
          />
        </span>
        {panel && <ModelButton model={panel.model} />}
        {panel && (
          <SettingsButton
            panel={panel}
            open={props.settingsOpen}
            button={props.settingsButton}
            onClick={props.onSettings}
          />
        )}
        {answering && obstacle === undefined && (
          <span class="queue-button">
            <IconButton icon="send" label={t('Ask when this answer has ended')} onClick={send} />
          </span>
        )}
        {answering ? (
          <button
            type="button"
            class="send-button stop-button"
            aria-label={t('Stop')}
            title={t('Stop (Escape)')}
            onClick={onSingleClick(stopAnswer)}
          >
            <Icon name="stop" />
          </button>
        ) : (
          <button
            type="button"
            class="send-button"
            aria-label={t('Send')}
            aria-disabled={obstacle !== undefined}
            title={obstacle ?? t('Send (Enter)')}
            onClick={onSingleClick(send)}
          >
            <Icon name="send" />
          </button>
        )}
      </div>
    </div>
  );
}

/** Send and Stop take turns in one place: the second half of a double click is not meant for the other one. */
function onSingleClick(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail <= 1) {
      act();
    }
  };
}

/** Keeps walking through the same questions as long as nothing else was typed in between. */
function currentRecall(panel: PanelState | undefined, recall: Recall | undefined, text: string): Recall {
  if (recall && text !== '' && recalledText(recall) === text) {
    return recall;
  }
  const messages = panel?.conversation.messages ?? [];
  const questions = messages
    .filter((message) => message.role === 'user')
    .map((message) => message.text)
    .filter((question) => question !== '');
  return { questions, position: questions.length };
}

function placeholder(panel: PanelState | undefined): string {
  if (panel?.draft.tray.length) {
    return t('Ask about what is attached');
  }
  return panel?.conversation.messages.length
    ? t('Ask a follow-up')
    : t('Ask about a picture: attach, paste or drop it here');
}
