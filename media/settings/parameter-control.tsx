import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ParameterSpec } from '../../src/shared/parameter-specs';

interface ParameterControlProps {
  readonly id: string;
  readonly spec: ParameterSpec;
  readonly text: string;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onType: (text: string, unreadable: boolean) => void;
  /** The field is left. */
  readonly onDone: () => void;
}

/** The field that fits a parameter. */
export function ParameterControl(props: ParameterControlProps): JSX.Element {
  const { spec, text, onType, onDone } = props;
  const { type } = spec;
  const field: FieldProps = {
    id: props.id,
    disabled: props.disabled,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid,
    value: text,
    onBlur: onDone,
  };
  switch (type.kind) {
    case 'number':
    case 'integer':
      return (
        <input
          {...field}
          type="number"
          placeholder={t('Not sent')}
          min={type.minimum}
          {...(type.maximum !== undefined && { max: type.maximum })}
          step={type.kind === 'integer' ? 1 : 0.1}
          onInput={({ currentTarget }) => onType(currentTarget.value, currentTarget.validity.badInput)}
        />
      );
    case 'boolean':
      return (
        <Select field={field} values={['true', 'false']} names={{ true: t('Yes'), false: t('No') }} onType={onType} />
      );
    case 'choice':
      return type.open ? (
        <>
          <input
            {...field}
            type="text"
            placeholder={t('Not sent')}
            list={`${props.id}-values`}
            onInput={({ currentTarget }) => onType(currentTarget.value, false)}
          />
          <datalist id={`${props.id}-values`}>
            {type.values.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      ) : (
        <Select field={field} values={type.values} names={{}} onType={onType} />
      );
    case 'text':
      return (
        <input
          {...field}
          type="text"
          placeholder={t('Not sent')}
          onInput={({ currentTarget }) => onType(currentTarget.value, false)}
        />
      );
    case 'texts':
    case 'json':
      return (
        <textarea
          {...field}
          class={type.kind === 'json' ? 'parameter-json' : ''}
          rows={2}
          spellcheck={false}
          placeholder={type.kind === 'json' ? type.example : t('One a line')}
          onInput={({ currentTarget }) => onType(currentTarget.value, false)}
        />
      );
  }
}

/** What all fields have. */
interface FieldProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly value: string;
  readonly onBlur: () => void;
}

interface SelectProps {
  readonly field: FieldProps;
  readonly values: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly onType: (text: string, unreadable: boolean) => void;
}

function Select({ field, values, names, onType }: SelectProps): JSX.Element {
  const { value } = field;
  const known = value === '' || values.includes(value) ? values : [...values, value];
  return (
    <select {...field} onChange={({ currentTarget }) => onType(currentTarget.value, false)}>
      <option value="">{t('Not sent')}</option>
      {known.map((one) => (
        <option key={one} value={one}>
          {names[one] ?? one}
        </option>
      ))}
    </select>
  );
}
