import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

export interface MenuItem {
  readonly label: string;
  /** The key that does the same, as it is shown. */
  readonly shortcut?: string;
  readonly onChoose: () => void;
  /** Whether something else begins with it. */
  readonly begins?: boolean;
}

interface MenuButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** Pixels between the menu and what it must not touch. */
const gap = 4;

/** A button with a menu: arrows move, Enter chooses, Escape and whatever happens elsewhere close it. */
export function MenuButton({ icon, label, items }: MenuButtonProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!open || !menu.current || !button.current) {
      return;
    }
    const [shown, owner] = [menu.current, button.current];
    const placeAgain = (): void => place(shown, owner.getBoundingClientRect());
    // Over everything, whatever scrolls or cuts off what is around the button.
    shown.showPopover();
    placeAgain();
    itemsIn(shown)[0]?.focus();
    window.addEventListener('resize', placeAgain);
    return () => window.removeEventListener('resize', placeAgain);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') {
      close();
    } else if (menu.current && moveFocus(event.key, itemsIn(menu.current))) {
      event.preventDefault();
    }
  };
  return (
    <span class="menu-place">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <div
          ref={menu}
          class="menu"
          popover="manual"
          role="menu"
          aria-label={label}
          onKeyDown={onKeyDown}
          onFocusOut={({ currentTarget, relatedTarget }) => {
            const next = relatedTarget instanceof Node ? relatedTarget : null;
            if (!currentTarget.contains(next) && next !== button.current) {
              setOpen(false);
            }
          }}
        >
          {items.map(({ label: name, shortcut, onChoose, begins }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={begins ? 'menu-item menu-begins' : 'menu-item'}
              onPointerEnter={({ currentTarget }) => currentTarget.focus()}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              {name}
              {shortcut !== undefined && <span class="menu-shortcut">{shortcut}</span>}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function itemsIn(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function moveFocus(key: string, items: readonly HTMLElement[]): boolean {
  const current = items.findIndex((item) => item === document.activeElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (current + 1) % items.length,
    ArrowUp: (current - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[key];
  items[target ?? -1]?.focus();
  return target !== undefined;
}

/** Below the button, or above it where there is more room; never outside of the page. */
function place(menu: HTMLElement, button: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = window.innerHeight - button.bottom - gap;
  const isBelow = below >= height || below >= button.top;
  const top = isBelow ? button.bottom : Math.max(gap, button.top - height);
  menu.style.left = `${Math.max(gap, Math.min(button.right - width, window.innerWidth - width - gap))}px`;
  menu.style.top = `${top}px`;
  menu.style.maxHeight = `${isBelow ? below : button.top - gap}px`;
}
