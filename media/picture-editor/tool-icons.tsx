import type { JSX } from 'preact';
import type { Tool } from './tools';

/** Our own line icons, as those of the panel: paths in a 16 by 16 box, drawn with a 1.2 stroke in the text's colour. */
const editorIcons = {
  select: 'M4.5 2.5v9.6l2.6-2.4 1.6 3.8 1.8-.8-1.6-3.7h3.5z',
  crop: 'M4.5 1.8v9.7h9.7M1.8 4.5h9.7v9.7',
  arrow: 'M3 13 13 3M7 3h6v6',
  box: 'M2.8 3.8h10.4v8.4H2.8z',
  pen: 'M2.5 12.5c1.5-6 3-8 4.5-7.5s-1 5.5.5 6 2.5-4 4-3.5.5 3 2 3',
  text: 'M3.5 4.8V3h9v1.8M8 3v10M6 13h4',
  number: 'M8 2.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3M6.6 6.4 8.4 5v6',
  highlight: 'm9.8 2.8 3.4 3.4-5.4 5.4H4.9V8.2zM2.8 13.7h10.4',
  blur: 'M8 2.2c2.7 3.3 4 5.3 4 7a4 4 0 0 1-8 0c0-1.7 1.3-3.7 4-7M6 9.4c0 1.2.8 2 2 2',
  redaction: 'M2.5 5.5h11v5h-11zM2.5 7.2h11M2.5 8.9h11',
  undo: 'M5.5 3 2.7 5.8l2.8 2.8M3 5.8h6.2a3.8 3.8 0 0 1 0 7.6H6',
  redo: 'm10.5 3 2.8 2.8-2.8 2.8M13 5.8H6.8a3.8 3.8 0 0 0 0 7.6H10',
  turnLeft: 'M3 8.2h6.5v5.3H3zM6 2.5 4.2 4.3 6 6.1M4.6 4.3h4.9a3.5 3.5 0 0 1 3.5 3.5V9',
  turnRight: 'M13 8.2H6.5v5.3H13zM10 2.5l1.8 1.8L10 6.1M11.4 4.3H6.5A3.5 3.5 0 0 0 3 7.8V9',
  zoomIn: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4M10.1 10.1l3.4 3.4M5 7h4M7 5v4',
  zoomOut: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4M10.1 10.1l3.4 3.4M5 7h4',
  trash: 'M2.7 4.3h10.6M6 4V2.5h4V4M4 4.5l.6 9h6.8l.6-9M6.6 7v4M9.4 7v4',
} as const satisfies Readonly<Record<Tool, string>> & Readonly<Record<string, string>>;

interface EditorButtonProps {
  readonly icon: keyof typeof editorIcons;
  readonly label: string;
  /** As it is pressed, `Ctrl+Z` for example. */
  readonly shortcut: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

export function EditorButton({ icon, label, shortcut, pressed, disabled, onClick }: EditorButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={`${label} (${shortcut})`}
      aria-keyshortcuts={shortcut.replace('Ctrl', 'Control')}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      // Still in reach of the keyboard: the focus would fall off the page otherwise.
      aria-disabled={disabled ?? false}
      onClick={() => {
        if (!disabled) {
          onClick();
        }
      }}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={editorIcons[icon]} />
      </svg>
    </button>
  );
}
