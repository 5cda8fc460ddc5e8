import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { OptionRow } from '../attachments/image/option-row';
import { Choice } from '../controls/choice';
import { Sheet } from '../controls/sheet';
import { usePicture } from '../lightbox/use-picture';
import { useServices } from '../services';
import type { ComparablePicture } from './comparable';
import { withPicture } from './comparable';
import { CompareView, modes } from './compare-view';
import type { CompareMode } from './compare-view';
import type { ComparedPair } from './comparisons';
import { describeDifference, describePlacing, nameOfDifference } from './facts';
import { useComparison } from './use-comparison';

interface CompareSheetProps {
  readonly pair: ComparedPair;
  /** Those of the chat and the tray: two at least, with the pair among them. */
  readonly pictures: readonly ComparablePicture[];
  readonly mode: CompareMode;
  readonly onMode: (mode: CompareMode) => void;
  readonly onPair: (pair: ComparedPair) => void;
  readonly onClose: () => void;
  /** The person wants to ask this about the two. */
  readonly onAsk: (question: string) => void;
}

/** Two pictures and what is different in them. Lies over the conversation. */
export function CompareSheet(props: CompareSheetProps): JSX.Element {
  const { pair, pictures, mode, onMode, onPair, onClose, onAsk } = props;
  const { post, announce } = useServices();
  const first = usePicture({ from: 'attachment', id: pair.first });
  const second = usePicture({ from: 'attachment', id: pair.second });
  const state = useComparison(pair);
  const nameOf = (wanted: string): string => pictures.find(({ id }) => id === wanted)?.name ?? '';
  const names = { first: nameOf(pair.first), second: nameOf(pair.second) };
  const missing = [first, second].find((side) => side.status === 'missing');

  const attach = async (): Promise<void> => {
    if (state.status === 'loaded') {
      const name = nameOfDifference(names.first, names.second);
      const bytes = new Uint8Array(await state.difference.bytes.arrayBuffer());
      post({ type: 'filesReceived', files: [{ name, isNameGiven: true, bytes }] });
      announce(t('{0} was attached to the next question', name));
    }
  };
  const choose = (side: 'first' | 'second', label: string): JSX.Element => (
    <OptionRow
      label={label}
      // Screenshots often have the same name.
      options={pictures.map((picture, index) => [picture.id, `${index + 1}. ${nameInList(picture)}`] as const)}
      chosen={pair[side]}
      onChoose={(id) => onPair(withPicture(pair, side, id))}
    />
  );

  return (
    <Sheet
      label={t('Compare pictures')}
      title={t('Compare pictures')}
      closeLabel={t('Close comparison')}
      onClose={onClose}
      class="compare"
    >
      {pictures.length > 2 && (
        <div class="option-rows">
          {choose('first', t('First picture'))}
          {choose('second', t('Second picture'))}
        </div>
      )}
      <Choice
        label={t('Way to compare')}
        options={modes}
        names={{ sides: t('Side by side'), slider: t('Slider'), difference: t('Difference') }}
        chosen={mode}
        onChoose={onMode}
      />
      {first.status === 'loaded' && second.status === 'loaded' ? (
        <CompareView
          mode={mode}
          first={{ id: pair.first, name: names.first, picture: first.picture }}
          second={{ id: pair.second, name: names.second, picture: second.picture }}
          state={state}
        />
      ) : missing?.status === 'missing' ? (
        <p role="status">{t('This picture can’t be shown. {0}', missing.reason)}</p>
      ) : (
        <p class="compare-note quiet" role="status">
          <span class="spinner" /> {t('Loading the pictures…')}
        </p>
      )}
      <div class="compare-facts" role="status">
        {state.status === 'loading' && (
          <p class="compare-note quiet">
            <span class="spinner" /> {t('Comparing the pixels…')}
          </p>
        )}
        {state.status === 'failed' && <p>{t('The pictures can’t be compared. {0}', state.reason)}</p>}
        {state.status === 'loaded' && <p>{describeDifference(state.comparison)}</p>}
        {state.status === 'loaded' &&
          first.status === 'loaded' &&
          second.status === 'loaded' &&
          describePlacing(first.picture, second.picture, state.comparison).map((sentence) => (
            <p key={sentence} class="quiet">
              {sentence}
            </p>
          ))}
      </div>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() =>
            onAsk(
              t('What changed between {0} and {1}? List each difference and where it is.', names.first, names.second),
            )
          }
        >
          {t('Ask what changed')}
        </button>
        <button
          type="button"
          class="button button-secondary"
          disabled={state.status !== 'loaded' || state.comparison.same}
          onClick={() => void attach()}
        >
          {t('Attach difference')}
        </button>
      </div>
    </Sheet>
  );
}

function nameInList({ name, isEarlier }: ComparablePicture): string {
  return isEarlier ? t('{0}, from earlier in this chat', name) : name;
}
