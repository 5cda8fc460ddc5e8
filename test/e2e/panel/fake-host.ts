import type { HostMessage, PanelMessage } from '../../../src/shared/protocol';

/** What the page of the tests gives to them, beside what VS Code gives to the panel. */
export interface FakeHost {
  readonly posted: PanelMessage[];
  send(message: HostMessage): void;
}

declare global {
  interface Window {
    fakeHost: FakeHost;
    acquireVsCodeApi: () => object;
  }
}

/**
 * Runs in the page before the panel: stands in for VS Code's side of a webview, and answers requests for pictures with
 * drawn ones. Sent to the page as source text, so it may use nothing from outside.
 */
export function installFakeHost(): void {
  const posted: PanelMessage[] = [];
  const send = (message: HostMessage): void => window.postMessage(message, '*');
  const sendPicture = async (sha256: string): Promise<void> => {
    const canvas = new OffscreenCanvas(320, 200);
    const pen = canvas.getContext('2d');
    if (!pen) {
      return;
    }
    const hue = parseInt(sha256.slice(0, 4), 16) % 360;
    pen.fillStyle = `hsl(${hue} 45% 92%)`;
    pen.fillRect(0, 0, 320, 200);
    pen.fillStyle = `hsl(${hue} 45% 40%)`;
    pen.fillRect(0, 0, 320, 28);
    pen.fillStyle = `hsl(${(hue + 40) % 360} 50% 60%)`;
    [60, 110, 80, 140, 95].forEach((height, index) => pen.fillRect(24 + index * 58, 184 - height, 40, height));
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    send({ type: 'blobLoaded', sha256, mediaType: 'image/png', bytes });
  };
  window.fakeHost = { posted, send };
  window.acquireVsCodeApi = () => ({
    postMessage(message: PanelMessage) {
      posted.push(message);
      if (message.type === 'blobRequested') {
        void sendPicture(message.sha256);
      }
    },
    getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? '{}'),
    setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
}
