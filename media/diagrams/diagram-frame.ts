import type { DiagramAnswer, DiagramRequest } from './diagram-messages';

/** Puts the script that it is sent into its document. */
const loader = `addEventListener('message', ({ data: { nonce, source } }) => {
  const script = document.createElement('script');
  script.nonce = nonce;
  script.textContent = source;
  document.head.append(script);
}, { once: true });`;

/**
 * A document without an origin, in which a script draws that must not be trusted with the page: it reaches neither the
 * page, nor the network, nor the host. It inherits the page's content security policy, and lets even less.
 */
export class DiagramFrame {
  readonly #frame: HTMLIFrameElement;
  readonly #port: MessagePort;

  private constructor(frame: HTMLIFrameElement, port: MessagePort) {
    this.#frame = frame;
    this.#port = port;
  }

  /** @param source the script that draws */
  static async open(source: string): Promise<DiagramFrame> {
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.className = 'diagram-frame';
    frame.tabIndex = -1;
    frame.setAttribute('aria-hidden', 'true');
    frame.srcdoc = documentWith(nonce);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    frame.contentWindow?.postMessage({ nonce, source }, '*');
    frame.contentWindow?.postMessage(undefined, '*', [port2]);
    return new DiagramFrame(frame, port1);
  }

  /** One at a time. Never settles if the frame is closed before. */
  async draw(request: DiagramRequest): Promise<DiagramAnswer> {
    return await new Promise((resolve) => {
      this.#port.onmessage = ({ data }: MessageEvent<unknown>) => resolve(readAnswer(data));
      this.#port.postMessage(request);
    });
  }

  close(): void {
    this.#port.close();
    this.#frame.remove();
  }
}

function documentWith(nonce: string): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body><script nonce="${nonce}">${loader}</script></body></html>`;
}

/** Largest width and height that are believed. */
const maxSide = 20_000;

/** What comes out of the frame is not trusted. */
function readAnswer(data: unknown): DiagramAnswer {
  if (typeof data === 'object' && data !== null && 'status' in data) {
    if (data.status === 'failed' && 'reason' in data && typeof data.reason === 'string') {
      return { status: 'failed', reason: data.reason };
    }
    if (
      data.status === 'drawn' &&
      'svg' in data &&
      typeof data.svg === 'string' &&
      'width' in data &&
      isSide(data.width) &&
      'height' in data &&
      isSide(data.height)
    ) {
      return { status: 'drawn', svg: data.svg, width: data.width, height: data.height };
    }
  }
  return { status: 'failed', reason: 'the drawing is not one' };
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value <= maxSide;
}
