import assert from 'node:assert/strict';
import { trayAnnouncement } from '../../../../media/composer/tray-announcement';
import { traySum } from '../../../../media/composer/tray-sum';
import type { TrayItem } from '../../../../src/shared/attachment/tray-item';
import { picture, ready } from '../../../e2e/panel/sample-state';

const chart = picture('p1', 'chart.png');
const item = ready(chart);
const preparing: TrayItem = { status: 'preparing', id: 'p1', name: 'chart.png' };
const say = (before: readonly TrayItem[], after: readonly TrayItem[]) =>
  trayAnnouncement(before, after, 'gpt-3.5-turbo');

describe('what a screen reader is told of the tray', () => {
  it('is what became of each attachment, once', () => {
    assert.equal(say([preparing], [item]), 'chart.png is ready: 1568 × 980 · 145 KB.');
    assert.equal(say([item], [{ ...item }]), undefined);
    assert.equal(say([preparing], [{ ...preparing, doing: 'Describing', progress: 0.5 }]), undefined);
  });

  it('is what is asked', () => {
    assert.equal(
      say(
        [preparing],
        [
          {
            status: 'obstructed',
            id: 'p1',
            name: 'chart.png',
            attachment: chart,
            obstacle: { modality: 'image', offers: [] },
          },
        ],
      ),
      'gpt-3.5-turbo takes no pictures. Choose what to send instead of chart.png.',
    );
    const locked: TrayItem = { status: 'locked', id: 'p1', name: 'a.pdf' };
    assert.equal(say([preparing], [locked]), 'a.pdf is encrypted. Type its password.');
    assert.equal(say([preparing], [{ ...locked, wasWrong: true }]), 'That password does not open a.pdf.');
    assert.match(say([item], [{ ...item, fileChanged: true }]) ?? '', /was changed after it was attached/);
  });

  it('is why something failed, together with what else happened', () => {
    const failed: TrayItem = { status: 'failed', id: 'b', name: 'b.png', reason: 'It is empty.' };
    assert.equal(
      say([preparing, { ...preparing, id: 'b', name: 'b.png' }], [item, failed]),
      'chart.png is ready: 1568 × 980 · 145 KB. b.png: It is empty.',
    );
  });

  it('is nothing of what has just come, which is heard when it is done', () => {
    assert.equal(say([], [preparing]), undefined);
    assert.equal(say([item], []), undefined);
  });
});

describe('the sum of the tray', () => {
  const second = ready(picture('p2', 'b.png'));

  it('is there for several, and says how many it leaves out', () => {
    assert.equal(traySum([item]), undefined);
    assert.deepEqual(traySum([item, second]), ['2 attachments · 3.1 megapixels · 290 KB', '≈ 2,210 tokens · $0.0056']);
    assert.deepEqual(traySum([item, second, preparing]), [
      '2 of 3 attachments · 3.1 megapixels · 290 KB',
      '≈ 2,210 tokens · $0.0056',
    ]);
  });

  it('tells no tokens where the built-in reader gets it', () => {
    const read = [item, second].map((ready) => ({ ...ready, estimate: { ...ready.estimate, tokens: 0 } }));
    assert.deepEqual(traySum(read), ['2 attachments · 3.1 megapixels · 290 KB']);
  });

  it('tells no money where a price is missing', () => {
    const { dollars: _dollars, ...estimate } = second.estimate;
    assert.deepEqual(traySum([item, { ...second, estimate }]), [
      '2 attachments · 3.1 megapixels · 290 KB',
      '≈ 2,210 tokens',
    ]);
  });
});
