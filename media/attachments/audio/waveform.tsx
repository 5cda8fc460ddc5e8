import type { JSX } from 'preact';
import type { TimeRange } from '../use-range';

interface WaveformProps extends TimeRange {
  /** Loudness over the whole length, 0 to 255. */
  readonly values: readonly number[];
  readonly seconds: number;
  /** Where it is played, in seconds. */
  readonly time: number;
  readonly onSeek: (seconds: number) => void;
}

const height = 100;

/** How a sound looks: the chosen part stands out. A click goes there; the keyboard has the sliders below it. */
export function Waveform({ values, seconds, start, end, time, onSeek }: WaveformProps): JSX.Element {
  const bars = values.map((value, index) => bar(value, index)).join('');
  const percent = (value: number): string => `${(100 * value) / seconds}%`;
  return (
    <div
      class="waveform"
      onPointerDown={({ currentTarget, clientX }) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        onSeek(Math.min(seconds, Math.max(0, ((clientX - left) / width) * seconds)));
      }}
    >
      {['waveform-rest', 'waveform-chosen'].map((name) => (
        <svg
          key={name}
          class={name}
          viewBox={`0 0 ${values.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          {...(name === 'waveform-chosen' && {
            style: { clipPath: `inset(0 ${percent(seconds - end)} 0 ${percent(start)})` },
          })}
        >
          <path d={bars} />
        </svg>
      ))}
      <span class="waveform-time" style={{ left: percent(time) }} />
    </div>
  );
}

/** At least a dot where it is silent. */
function bar(value: number, index: number): string {
  const half = Math.max(1, (value / 255) * (height / 2));
  return `M${index + 0.15} ${height / 2 - half}h.7v${2 * half}h-.7z`;
}
