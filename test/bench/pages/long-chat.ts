import { installFakeHost } from '../../e2e/panel/fake-host';
import type { HostMessage } from '../../../src/shared/protocol';
import '../support/chat-page-calls';
import { inFrame } from './stream-render/contender';

installFakeHost();

const held = new Map<string, number>();
const create = URL.createObjectURL.bind(URL);
const revoke = URL.revokeObjectURL.bind(URL);
URL.createObjectURL = (source: Blob) => {
  const url = create(source);
  held.set(url, source.size);
  return url;
};
URL.revokeObjectURL = (url) => {
  held.delete(url);
  revoke(url);
};

/** Places of the view, from its top to its end, that are looked at in each frame. */
const places = 10;

window.chatPage = {
  async show(snapshot) {
    const started = performance.now();
    window.postMessage(JSON.parse(snapshot), '*');
    do {
      await inFrame(() => undefined);
    } while (!document.querySelector('.message-box:last-child article'));
    return performance.now() - started;
  },
  async scrollUp(pixels, frames) {
    const scroller = document.querySelector('.transcript');
    let [done, empty, mostPictures] = [0, 0, 0];
    for (; scroller && done < frames && scroller.scrollTop > 0; done++) {
      await inFrame(() => (scroller.scrollTop -= pixels));
      mostPictures = Math.max(mostPictures, scroller.querySelectorAll('img').length);
      empty += emptyPlaces(scroller.getBoundingClientRect()) / places;
    }
    return { frames: done, empty: empty / Math.max(1, done), mostPictures };
  },
  async find(query) {
    const nodes = textNodes().length;
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true }));
    await inFrame(() => undefined);
    const field = document.querySelector<HTMLInputElement>('.find-query');
    if (field) {
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    const count = (): string | undefined =>
      /^\d+ of (\d+)$/.exec(document.querySelector('.find-count')?.textContent ?? '')?.[1];
    do {
      await inFrame(() => undefined);
    } while (count() === undefined);
    return { matches: Number(count()), textNodes: nodes };
  },
  async wrapMatches(query) {
    const nodes = textNodes();
    let matches = 0;
    await inFrame(() => {
      for (const node of nodes) {
        const parts = node.data.split(new RegExp(`(${query})`, 'giu'));
        if (parts.length > 1) {
          matches += (parts.length - 1) / 2;
          node.replaceWith(...parts.map((part, index) => (index % 2 === 0 ? part : marked(part))));
        }
      }
      document.querySelector('mark')?.scrollIntoView({ block: 'center' });
    });
    return { matches, textNodes: nodes.length };
  },
  async stream(messageId, frames) {
    const conversationId = 'chat-4';
    for (let frame = 0; frame < frames; frame++) {
      const event = { type: 'textAppended', messageId, text: 'the next few words ' } as const;
      const message: HostMessage = { type: 'conversationEvent', conversationId, event };
      await inFrame(() => window.postMessage(message, '*'));
    }
  },
  mediaBytes: () => [...held.values()].reduce((total, size) => total + size, 0),
};

function emptyPlaces({ left, top, width, height }: DOMRect): number {
  return Array.from({ length: places }, (_, place) =>
    document.elementFromPoint(left + width / 2, top + ((place + 0.5) / places) * height),
  ).filter((element) => element?.className === 'message-box').length;
}

function textNodes(): readonly Text[] {
  return [...document.querySelectorAll('.question-text, .markdown')].flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push(node as Text);
    }
    return nodes;
  });
}

function marked(text: string): Element {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}
