import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { FrameFacts } from '../../../src/shared/attachment/attachment';
import type { ImageOptions } from '../../../src/shared/attachment/options';
import { Choice } from '../../controls/choice';
import { listedFrames } from './listed-frames';

interface FrameChooserProps {
  readonly frames: FrameFacts;
  readonly chosen: ImageOptions['frames'];
  readonly onFrames: (frames: ImageOptions['frames']) => void;
}

/** Whether all of an animation or document is sent on one sheet, or which of its frames or pages. */
export function FrameChooser({ frames, chosen, onFrames }: FrameChooserProps): JSX.Element {
  const { count, times } = frames;
  const chosenOnes = times ? t('Chosen frames') : t('Chosen pages');
  const indexes = chosen === 'sheet' ? undefined : chosen;
  // Of an animation a sheet is what is sent unasked, of a document each page.
  const form = indexes ? 'some' : chosen === 'sheet' || times ? 'sheet' : 'all';
  return (
    <div class="frame-chooser">
      <Choice
        label={times ? t('Which frames are sent') : t('Which pages are sent')}
        options={times ? ['sheet', 'some'] : ['all', 'sheet', 'some']}
        names={{ all: t('All pages'), sheet: t('On one sheet'), some: chosenOnes }}
        chosen={form}
        onChoose={(option) => onFrames(option === 'some' ? [0] : option === 'sheet' && !times ? 'sheet' : undefined)}
      />
      {indexes && (
        <fieldset class="frame-list">
          <legend class="visually-hidden">{chosenOnes}</legend>
          {listedFrames(count, indexes).map((index) => (
            <label class="frame-option" key={index}>
              <input
                type="checkbox"
                checked={indexes.includes(index)}
                // Something has to be sent.
                disabled={indexes.length === 1 && indexes[0] === index}
                onChange={({ currentTarget }) => onFrames(toggled(indexes, index, currentTarget.checked))}
              />
              <span>{times ? t('{0} s', Number((times[index] ?? 0).toFixed(2))) : t('Page {0}', index + 1)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** In the order of the file. */
function toggled(indexes: readonly number[], index: number, isChosen: boolean): readonly number[] {
  return isChosen ? [...indexes, index].sort((a, b) => a - b) : indexes.filter((one) => one !== index);
}
