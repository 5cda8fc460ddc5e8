import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { Icon } from '../icons/icon';

interface OthersToggleProps {
  /** How many other answers there are. */
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** Shows the other answers beside the one that is in use. */
export function OthersToggle({ count, open, onToggle }: OthersToggleProps): JSX.Element {
  return (
    <button type="button" class="text-button alternatives-toggle" aria-expanded={open} onClick={() => onToggle(!open)}>
      <Icon name={open ? 'chevronDown' : 'chevronRight'} />
      {count === 1 ? t('1 other answer') : t('{0} other answers', count)}
    </button>
  );
}
