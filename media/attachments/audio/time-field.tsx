import type { JSX } from 'preact';
import { formatMediaTime, parseMediaTime } from '../../../src/shared/media-time';
import { useFollowing } from '../../controls/use-following';

interface TimeFieldProps {
  readonly label: string;
  /** Seconds. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (seconds: number) => void;
}

/** A moment of a recording, typed as `1:02` or as seconds. What is no time within the bounds is not taken. */
export function TimeField({ label, value, min, max, onChange }: TimeFieldProps): JSX.Element {
  const [text, setText] = useFollowing(formatMediaTime(value), [value]);
  const seconds = secondsOf(text);
  const isWrong = seconds === undefined || seconds < min || seconds > max;
  const take = (): void => {
    if (isWrong) {
      setText(formatMediaTime(value));
    } else if (seconds !== value) {
      onChange(seconds);
    }
  };
  return (
    <label class="time-field">
      {label}
      <input
        type="text"
        value={text}
        aria-invalid={isWrong}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    </label>
  );
}

function secondsOf(text: string): number | undefined {
  const trimmed = text.trim();
  return parseMediaTime(trimmed) ?? (/^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined);
}
