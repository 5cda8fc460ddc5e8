import '../../support/stream-page-calls';
import { outline } from './outline';

/** A way to show an answer while it streams. */
export interface Contender {
  /** Shows what has come: the whole text so far, and the piece of it that is new. Returns when its DOM is there. */
  update(text: string, piece: string): void;
  /** Nothing more will come. */
  finish(text: string): void;
}

/** Runs a contender in a page that scrolls to its end with each piece, as a chat does. */
export function runContender(create: (root: HTMLElement) => Contender): void {
  const scroller = document.createElement('div');
  scroller.className = 'transcript';
  // As the panel has it while it follows an answer: spares each of them the search for a place to keep.
  scroller.style.overflowAnchor = 'none';
  document.body.append(scroller);
  let contender: Contender;
  let text = '';
  const show = (piece: string): void => {
    text += piece;
    contender.update(text, piece);
    scroller.scrollTop = scroller.scrollHeight;
  };
  window.streamPage = {
    async begin(start) {
      const root = document.createElement('div');
      root.className = 'markdown';
      scroller.replaceChildren(root);
      contender = create(root);
      text = '';
      await inFrame(() => show(start));
      await settled();
    },
    async stream(pieces) {
      let longest = 0;
      for (const piece of pieces) {
        longest = Math.max(longest, await inFrame(() => show(piece)));
      }
      return longest;
    },
    async finish() {
      await inFrame(() => contender.finish(text));
      await settled();
    },
    compare: (html) => ({
      shown: outline(scroller),
      expected: outline(new DOMParser().parseFromString(html, 'text/html').body),
    }),
  };
}

/** Runs something in the next frame; resolves once that frame was painted, to what it took. */
export function inFrame(run: () => void): Promise<number> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const started = performance.now();
      run();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now() - started);
      };
      port2.postMessage(undefined);
    }),
  );
}

/** What frameworks put off is done. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await inFrame(() => undefined);
  }
}
