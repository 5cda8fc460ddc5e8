import type { PanelState } from '../../../src/shared/protocol';
import type { PanelPage } from '../../e2e/panel/panel-page';
import { openPanel } from '../../e2e/panel/panel-page';

/** What a page may load: itself, its own files, and pictures that it has. */
const ownAddress = /^(?:http:\/\/localhost\/(?:[\w/-]+\.(?:js|css|woff2))?$|blob:|data:image\/|about:)/;

/** The panel's page, with everything written down that text in it must not be able to bring about. */
export class WatchedPanel {
  readonly panel: PanelPage;
  /** Requests, navigations, dialogs and new windows. */
  readonly #attempts: string[] = [];

  private constructor(panel: PanelPage) {
    this.panel = panel;
    const { page } = panel;
    page.on('request', (request) => {
      if (!ownAddress.test(request.url())) {
        this.#attempts.push(`request of ${request.url()}`);
      }
    });
    page.on('framenavigated', (frame) => this.#attempts.push(`navigation to ${frame.url()}`));
    page.on('dialog', (dialog) => {
      this.#attempts.push(`dialog "${dialog.message()}"`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => this.#attempts.push(`window of ${popup.url()}`));
  }

  static async open(state: PanelState): Promise<WatchedPanel> {
    const panel = await openPanel({ state });
    await panel.page.evaluate(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    return new WatchedPanel(panel);
  }

  /** Points at everything and clicks on every link, as scripts in handlers hope for; then tells what came of it. */
  async problems(): Promise<readonly string[]> {
    const found = await this.panel.page.evaluate(async () => {
      const shown = document.querySelectorAll('[role="log"] *');
      if (shown.length === 0) {
        return ['nothing is shown'];
      }
      for (const element of shown) {
        for (const type of ['mouseover', 'mousemove', 'focusin', 'pointerenter', 'animationend', 'toggle']) {
          element.dispatchEvent(new Event(type, { bubbles: true }));
        }
      }
      document.querySelectorAll<HTMLElement>('[role="log"] a').forEach((link) => link.click());
      await new Promise((resolve) => setTimeout(resolve));
      return [...((window as Window & { violations?: string[] }).violations ?? [])];
    });
    return [
      ...found.map((violation) => `violation: ${violation}`),
      ...(await this.#unsafe()),
      ...this.#attempts,
      ...this.panel.problems,
    ];
  }

  async close(): Promise<void> {
    await this.panel.close();
  }

  /** Elements and attributes that would run or load something if the policy let them. */
  async #unsafe(): Promise<readonly string[]> {
    return await this.panel.page.evaluate(() => {
      const problems: string[] = [];
      const dangerous = 'object, embed, link, meta, base, form, style, applet, frame, frameset, portal, audio, video';
      for (const element of document.querySelectorAll('body *')) {
        const { localName } = element;
        if (element.matches(dangerous) || (localName === 'script' && element.parentElement !== document.body)) {
          problems.push(`element ${element.outerHTML.slice(0, 200)}`);
        }
        for (const { name, value } of element.attributes) {
          const isAddress = /^(?:href|src|srcset|xlink:href|action|formaction|poster|data|background|srcdoc)$/i.test(
            name,
          );
          // The frame that draws diagrams has no origin, and no way out.
          const isFrame = localName === 'iframe' && element.getAttribute('sandbox') === 'allow-scripts';
          const isFine = localName === 'script' || isFrame || /^(?:https?:|mailto:|blob:|#)/i.test(value);
          if (/^on/i.test(name) || (isAddress && !isFine)) {
            problems.push(`attribute ${name}="${value}" of ${localName}`);
          } else if (isAddress && localName === 'img' && !value.startsWith('blob:')) {
            problems.push(`picture of ${value}`);
          }
        }
      }
      return problems;
    });
  }
}
