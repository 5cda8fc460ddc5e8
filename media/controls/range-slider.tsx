import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { formatMediaTime } from '../../src/shared/media-time';

export interface SliderRange {
  readonly start: number;
  readonly end: number;
}

interface RangeSliderProps extends SliderRange {
  /** Seconds of the whole. */
  readonly seconds: number;
  /** While a handle is moved; `moved` is where it is. */
  readonly onMove: (range: SliderRange, moved: number) => void;
  /** When it is let go. */
  readonly onChange: (range: SliderRange) => void;
}

/** The shortest part that can be chosen, in seconds, and what a key moves a handle by. */
const step = 0.1;

/** A part of a recording: two handles over one line. Each is a slider of its own to the keyboard and to screen readers. */
export function RangeSlider({ seconds, start, end, onMove, onChange }: RangeSliderProps): JSX.Element {
  const handle = (which: 'start' | 'end', value: number, rangeOf: (moved: number) => SliderRange): JSX.Element => {
    return (
      <input
        type="range"
        aria-label={which === 'start' ? t('Start') : t('End')}
        aria-valuetext={formatMediaTime(value)}
        min={0}
        max={seconds}
        step={step}
        value={value}
        onInput={({ currentTarget }) => {
          const range = rangeOf(currentTarget.valueAsNumber);
          // A handle that would pass the other one stays before it.
          currentTarget.valueAsNumber = which === 'start' ? range.start : range.end;
          onMove(range, currentTarget.valueAsNumber);
        }}
        onChange={({ currentTarget }) => onChange(rangeOf(currentTarget.valueAsNumber))}
      />
    );
  };
  const percent = (value: number): string => `${(100 * value) / seconds}%`;
  return (
    <div class="range-slider" style={{ '--start': percent(start), '--end': percent(end) }}>
      {handle('start', start, (moved) => ({ start: Math.max(0, Math.min(moved, end - step)), end }))}
      {handle('end', end, (moved) => ({
        start,
        end: moved > seconds - step ? seconds : Math.max(moved, start + step),
      }))}
    </div>
  );
}
