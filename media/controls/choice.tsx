import { useId } from 'preact/hooks';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (option: T) => void;
}

/** One of a few, side by side. Radio buttons, so that the arrow keys move among them. */
export function Choice<T extends string>({ label, options, names, chosen, onChoose }: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset class="choice">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label class="choice-option" key={option}>
          <input
            type="radio"
            class="visually-hidden"
            name={group}
            checked={option === chosen}
            onChange={() => onChoose(option)}
          />
          <span>{names[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
