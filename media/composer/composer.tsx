import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { waitsForSearch } from '../../src/shared/attachment/tray-obstacle';
import type { PanelState } from '../../src/shared/protocol';
import type { FoundCompletions, PasteOffer } from '../state';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { CompletionList, completionListId, optionId } from './completions/completion-list';
import { useCompletions } from './completions/use-completions';
import { ModelButton } from './model-button';
import { PasteOfferBar } from './paste-offer-bar';
import { recalledText, recallQuestion } from './recall';
import type { Recall } from './recall';
import { useSavedPictures } from '../picture-editor/use-saved-pictures';
import { isAnswering, sendObstacle } from './send-obstacle';
import { SettingsButton } from './settings-button';
import { Tray } from './tray';
import { useSendLater } from './use-send-later';

interface ComposerProps {
  readonly panel: PanelState | undefined;
  /** What is typed; kept apart from `panel`, which is not there yet in the first moments. */
  readonly text: string;
  readonly onTyped: (text: string) => void;
  readonly textbox: RefObject<HTMLTextAreaElement | null>;
  readonly completions: FoundCompletions | undefined;
  readonly pasteOffer: PasteOffer | undefined;
  readonly onPasteOfferDone: () => void;
  readonly settingsOpen: boolean;
  readonly settingsButton: RefObject<HTMLButtonElement | null>;
  readonly onSettings: () => void;
}

/** Where questions are written: attachments above, the text, and what is done with them below. */
export function Composer(props: ComposerProps): JSX.Element {
  const { panel, text, onTyped, textbox } = props;
  const { post, focusComposer } = useServices();
  const [recall, setRecall] = useState<Recall>();
  const [refused, setRefused] = useState(false);
  const completions = useCompletions(textbox, props.completions);
  const { open } = completions;
  const answering = isAnswering(panel);
  const searching = panel !== undefined && panel.readOnlyReason === undefined && waitsForSearch(panel.draft.tray);
  const obstacle = searching ? undefined : sendObstacle(panel);

  const saving = useSavedPictures(panel?.draft.tray ?? [], () => send());

  const later = useSendLater({ searching, send: () => send() });

  const hint = answering ? t('Iris is still answering. Press Escape to stop it.') : obstacle;

  const type = (typed: string): void => {
    setRefused(false);
    later.giveUp();
    onTyped(typed);
    post({ type: 'draftChanged', text: typed });
  };
  const send = (): void => {
    // What is being edited may be what stands in the way.
    if (!answering && saving.saveFirst()) {
      return;
    }
    if (obstacle !== undefined || answering) {
      setRefused(true);
      return;
    }
    if (searching) {
      later.wait();
      return;
    }
    post({ type: 'sendRequested', text });
    setRecall(undefined);
    setRefused(false);
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
      {panel && <Tray tray={panel.draft.tray} model={panel.model.label} warnings={panel.draft.warnings ?? []} />}
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
        {saving.hint ?? later.hint ?? (refused && hint)}
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
        {answering ? (
          <button
            type="button"
            class="send-button stop-button"
            aria-label={t('Stop')}
            title={t('Stop (Escape)')}
            onClick={onSingleClick(() => post({ type: 'stopRequested' }))}
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
