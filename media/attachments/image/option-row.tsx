import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface OptionRowProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, with what it is about before it. */
export function OptionRow<T extends string>({ label, options, chosen, onChoose }: OptionRowProps<T>): JSX.Element {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => {
          const found = options[currentTarget.selectedIndex];
          if (found) {
            onChoose(found[0]);
          }
        }}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
