import type { Point, Region, Size } from '../../src/shared/region';
import type { Sides } from './geometry';
import type { Grip } from './pointer';

const sides: readonly Sides[] = ([-1, 0, 1] as const)
  .flatMap((y) => ([-1, 0, 1] as const).map((x) => ({ x, y })))
  .filter(({ x, y }) => x !== 0 || y !== 0);

/** The picture with the chosen region over it. Places are in pixels of the picture, however large it is shown. */
export class RegionView {
  readonly element: HTMLElement;
  readonly #image = new Image();
  readonly #box = element('div', 'region');
  readonly #grips = new Map<EventTarget, Grip>();

  constructor() {
    this.element = element('div', 'picture');
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'application');
    this.element.setAttribute('aria-label', 'Picture of the screen');
    this.element.setAttribute('aria-describedby', 'help');
    this.#image.alt = '';
    this.#image.draggable = false;
    this.#box.append(...sides.map((side) => this.#handle(side)));
    this.#grips.set(this.#box, 'region');
    this.#box.hidden = true;
    this.element.append(this.#image, this.#box);
  }

  /** Pixels; 0 before a picture is there. */
  get size(): Size {
    return { width: this.#image.naturalWidth, height: this.#image.naturalHeight };
  }

  /** Resolves once the picture can be seen; throws when it can't be decoded. */
  async showPicture(address: string): Promise<void> {
    this.#image.src = address;
    await this.#image.decode();
  }

  showRegion(region: Region | undefined): void {
    this.#box.hidden = !region;
    if (!region) {
      return;
    }
    const { width, height } = this.size;
    // In hundredths of the picture, so that it stays in place when the tab changes its size.
    this.#box.style.left = `${(region.left / width) * 100}%`;
    this.#box.style.top = `${(region.top / height) * 100}%`;
    this.#box.style.width = `${(region.width / width) * 100}%`;
    this.#box.style.height = `${(region.height / height) * 100}%`;
  }

  gripAt(target: EventTarget | null): Grip {
    return (target && this.#grips.get(target)) ?? 'picture';
  }

  /** Pixels of the picture at a place of the page. */
  pointAt({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const shown = this.#image.getBoundingClientRect();
    return {
      x: ((clientX - shown.left) / shown.width) * this.size.width,
      y: ((clientY - shown.top) / shown.height) * this.size.height,
    };
  }

  #handle(side: Sides): HTMLElement {
    const handle = element('div', 'handle');
    handle.dataset['x'] = String(side.x);
    handle.dataset['y'] = String(side.y);
    this.#grips.set(handle, side);
    return handle;
  }
}

function element(name: 'div', className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
