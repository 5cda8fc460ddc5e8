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
 * drawn ones of 320 by 200 pixels, in another colour where the identifier begins with `after`, for what begins with `50` with a sound, and leaves what begins with `ed` to the test.
 * Sent to the page as source text, so it may use nothing from outside.
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
  /** A second of a tone as a WAV file: PCM, mono, 8 kHz, 16 bits. */
  const sendSound = (sha256: string): void => {
    const rate = 8000;
    const view = new DataView(new ArrayBuffer(44 + rate * 2));
    const write = (offset: number, text: string): void =>
      [...text].forEach((letter, index) => view.setUint8(offset + index, letter.charCodeAt(0)));
    write(0, 'RIFF');
    view.setUint32(4, 36 + rate * 2, true);
    write(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, rate, true);
    view.setUint32(28, rate * 2, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    write(36, 'data');
    view.setUint32(40, rate * 2, true);
    for (let index = 0; index < rate; index++) {
      view.setInt16(44 + index * 2, Math.sin((index / rate) * 440 * 2 * Math.PI) * 8000, true);
    }
    send({ type: 'blobLoaded', sha256, mediaType: 'audio/wav', bytes: new Uint8Array(view.buffer) });
  };
  window.fakeHost = { posted, send };
  window.acquireVsCodeApi = () => ({
    postMessage(message: PanelMessage) {
      posted.push(message);
      if (message.type === 'blobRequested') {
        if (message.sha256.startsWith('50')) {
          sendSound(message.sha256);
        } else if (!message.sha256.startsWith('ed')) {
          void sendPicture(message.sha256);
        }
      } else if (message.type === 'pictureRequested') {
        const { id, part } = message;
        const asked = { id, ...(part !== undefined && { part }) };
        const sha256 = (id.startsWith('after') ? 'c0' : 'ab').repeat(32);
        const picture = { sha256, mediaType: 'image/png', byteLength: 900, width: 320, height: 200 };
        send(
          id.startsWith('gone')
            ? { type: 'pictureMissing', ...asked, reason: 'It is not in the chat any more.' }
            : { type: 'pictureFound', ...asked, picture },
        );
      }
    },
    getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? '{}'),
    setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
}
