import { t } from '@vscode/l10n';
import type { Region } from '../../src/shared/region';
import type { RegionHost } from './host';
import { regionAfterKey } from './keyboard';
import { regionWhileDragging, type DragOptions } from './pointer';
import { RegionView } from './region-view';

const help = t(
  'Drag over the part to ask about. Arrow keys move it, with Shift they resize it, with Ctrl in longer steps. Enter uses it, Escape cancels.',
);

/** Lets the person mark a part of a picture, with the pointer or the keyboard alone. */
export class RegionPage {
  readonly #host: RegionHost;
  readonly #view = new RegionView();
  readonly #status = document.createElement('p');
  readonly #size = document.createElement('span');
  readonly #useRegion = button(t('Use Region'), 'button', () => this.#accept());
  #region: Region | undefined;
  #drag: DragOptions | undefined;

  constructor(host: RegionHost) {
    this.#host = host;
  }

  start(root: HTMLElement): void {
    const helpText = document.createElement('p');
    helpText.id = 'help';
    helpText.textContent = help;
    this.#status.className = 'visually-hidden';
    this.#status.setAttribute('role', 'status');
    const stage = document.createElement('main');
    stage.append(this.#view.element);
    const bar = document.createElement('div');
    bar.className = 'region-bar';
    bar.append(helpText, this.#buttons(), this.#status);
    root.append(bar, stage);
    this.#change(undefined);
    this.#listen();
    this.#host.post({ type: 'ready' });
  }

  #buttons(): HTMLElement {
    const buttons = document.createElement('div');
    buttons.className = 'buttons';
    this.#size.className = 'region-size';
    buttons.append(
      this.#useRegion,
      button(t('Whole Picture'), 'button button-secondary', () => this.#host.post({ type: 'wholePictureChosen' })),
      button(t('Cancel'), 'button button-secondary', () => this.#host.post({ type: 'choiceCancelled' })),
      this.#size,
    );
    return buttons;
  }

  #listen(): void {
    const { element } = this.#view;
    this.#host.onPicture((picture) => void this.#show(picture));
    window.addEventListener('keydown', (event) => this.#press(event));
    element.addEventListener('pointerdown', (event) => this.#beginDrag(event));
    element.addEventListener('pointermove', (event) => {
      if (this.#drag) {
        this.#change(regionWhileDragging(this.#drag, this.#view.pointAt(event)));
      }
    });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      element.addEventListener(end, () => {
        this.#drag = undefined;
        this.#announce();
      });
    }
    element.addEventListener('dblclick', () => this.#accept());
  }

  async #show(picture: Blob): Promise<void> {
    const address = URL.createObjectURL(picture);
    try {
      await this.#view.showPicture(address);
      this.#view.element.focus();
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#host.post({ type: 'choiceCancelled' });
    } else if (event.key === 'Enter') {
      if (!(event.target instanceof HTMLButtonElement)) {
        this.#accept();
      }
    } else if (this.#view.size.width > 0) {
      const key = { key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey || event.metaKey };
      const region = regionAfterKey(key, this.#region, this.#view.size);
      if (region) {
        event.preventDefault();
        this.#change(region);
        this.#announce();
      }
    }
  }

  #beginDrag(event: PointerEvent): void {
    if (event.button !== 0 || this.#view.size.width === 0) {
      return;
    }
    this.#view.element.setPointerCapture(event.pointerId);
    this.#drag = {
      grip: this.#view.gripAt(event.target),
      from: this.#view.pointAt(event),
      region: this.#region,
      picture: this.#view.size,
    };
  }

  #change(region: Region | undefined): void {
    this.#region = region;
    this.#view.showRegion(region);
    this.#size.textContent = region ? t('{0} × {1} pixels', region.width, region.height) : '';
    this.#useRegion.disabled = !region;
  }

  /** Said after a change has ended, not while it goes on. */
  #announce(): void {
    if (this.#region) {
      const { left, top, width, height } = this.#region;
      this.#status.textContent = t('{0} by {1} pixels, {2} from the left, {3} from the top', width, height, left, top);
    }
  }

  #accept(): void {
    if (this.#region) {
      this.#host.post({ type: 'regionChosen', region: this.#region });
    }
  }
}

function button(label: string, className: string, onClick: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.className = className;
  created.textContent = label;
  created.addEventListener('click', onClick);
  return created;
}
