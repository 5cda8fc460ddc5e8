import { t } from '@vscode/l10n';
import { DiagramFrame } from './diagram-frame';
import type { DiagramAnswer } from './diagram-messages';
import { diagramTag } from './diagram-node';
import { diagramTheme } from './diagram-theme';
import { Diagrams } from './diagrams';
import { setDrawnDiagram } from './drawn-diagrams';
import { loadFrameScript } from './load-frame-script';

/** How far out of sight a diagram is drawn already. */
const nearness = '400px';

/** Teaches the page the element that shows a diagram in the place of the code beside it, as soon as it is near. */
export function defineDiagrams(): void {
  const diagrams = new Diagrams(async () => await DiagramFrame.open(await loadFrameScript()));

  class DiagramElement extends HTMLElement {
    readonly #nearby = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          this.#nearby.disconnect();
          void this.#draw();
        }
      },
      { scrollMargin: nearness },
    );
    /** VS Code tells of another theme by these. */
    readonly #theme = new MutationObserver(() => void this.#draw());
    #url: string | undefined;
    #drawn = '';

    connectedCallback(): void {
      this.#nearby.observe(this);
    }

    disconnectedCallback(): void {
      this.#nearby.disconnect();
      this.#theme.disconnect();
      this.#release();
      this.#drawn = '';
    }

    async #draw(): Promise<void> {
      const theme = diagramTheme();
      const request = { code: this.#code(), theme };
      const key = JSON.stringify(request);
      if (key === this.#drawn) {
        return;
      }
      this.#drawn = key;
      const answer = await diagrams.draw(request);
      if (!this.isConnected || key !== this.#drawn) {
        return;
      }
      this.#show(answer);
      this.#theme.observe(document.documentElement, { attributeFilter: ['style'] });
      this.#theme.observe(document.body, { attributeFilter: ['class'] });
    }

    #show(answer: DiagramAnswer): void {
      this.#release();
      if (answer.status === 'failed') {
        const note = document.createElement('p');
        note.className = 'diagram-note quiet';
        note.textContent = t('This diagram could not be drawn: {0}', answer.reason);
        this.replaceChildren(note);
        return;
      }
      const bytes = new Blob([answer.svg], { type: 'image/svg+xml' });
      this.#url = URL.createObjectURL(bytes);
      const { width, height } = answer;
      setDrawnDiagram(this, { url: this.#url, bytes, width, height });
      this.replaceChildren(pictureButton(this.#url, answer), this.#sourceButton());
      this.#block()?.setAttribute('data-diagram', 'shown');
    }

    #sourceButton(): HTMLElement {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'text-button diagram-source';
      const name = (): void => {
        const isShown = this.#block()?.dataset['diagram'] === 'source';
        button.textContent = isShown ? t('Hide source') : t('Show source');
        button.setAttribute('aria-expanded', String(isShown));
      };
      button.addEventListener('click', () => {
        const block = this.#block();
        block?.setAttribute('data-diagram', block.dataset['diagram'] === 'source' ? 'shown' : 'source');
        name();
      });
      name();
      return button;
    }

    #block(): HTMLElement | null {
      return this.closest<HTMLElement>('.code-block');
    }

    #code(): string {
      return this.#block()?.querySelector('pre code')?.textContent ?? '';
    }

    #release(): void {
      if (this.#url !== undefined) {
        URL.revokeObjectURL(this.#url);
        this.#url = undefined;
      }
      this.#block()?.removeAttribute('data-diagram');
    }
  }

  customElements.define(diagramTag, DiagramElement);
}

/** As a picture, in which no script runs and nothing is loaded. */
function pictureButton(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'diagram-picture';
  button.title = t('See it large');
  button.setAttribute('aria-label', t('Diagram. See it large'));
  const image = document.createElement('img');
  image.src = url;
  image.alt = '';
  image.width = width;
  image.height = height;
  button.append(image);
  return button;
}
