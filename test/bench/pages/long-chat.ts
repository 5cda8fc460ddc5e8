import { installFakeHost } from '../../e2e/panel/fake-host';
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

const longTasks: number[] = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask',
});

window.chatPage = {
  async show(snapshot) {
    const started = performance.now();
    window.postMessage(JSON.parse(snapshot), '*');
    do {
      await inFrame(() => undefined);
    } while (!document.querySelector('.message-box:last-child article'));
    longTasks.length = 0;
    return performance.now() - started;
  },
  async scrollUp(steps) {
    const scroller = document.querySelector('.transcript');
    let mostPictures = 0;
    for (let step = 0; scroller && step < steps && scroller.scrollTop > 0; step++) {
      await inFrame(() => (scroller.scrollTop -= scroller.clientHeight * 0.8));
      mostPictures = Math.max(mostPictures, scroller.querySelectorAll('img').length);
    }
    return { atTop: scroller?.scrollTop === 0, longTasks: longTasks.splice(0), mostPictures };
  },
  mediaBytes: () => [...held.values()].reduce((total, size) => total + size, 0),
};
