import type { JSX } from 'preact';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

interface IconButtonProps {
  readonly icon: IconName;
  /** Its name for everybody: spoken, and shown as a tooltip. */
  readonly label: string;
  readonly onClick: () => void;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  /** There is nothing to do for it now; it keeps the focus. */
  readonly disabled?: boolean;
}

export function IconButton({ icon, label, onClick, expanded, pressed, disabled }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      {...(expanded !== undefined && { 'aria-expanded': expanded })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      {...(disabled !== undefined && { 'aria-disabled': disabled })}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
