import assert from 'node:assert/strict';
import { isRegionPageMessage } from '../../../../src/vscode/screenshot/is-region-page-message';

const region = { left: 0, top: 5, width: 10, height: 1 };

describe('a message of the region page', () => {
  it('is one of its protocol', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'wholePictureChosen' },
      { type: 'choiceCancelled' },
      { type: 'regionChosen', region },
    ]) {
      assert(isRegionPageMessage(message), JSON.stringify(message));
    }
  });

  it('is nothing else', () => {
    for (const value of [
      undefined,
      null,
      'ready',
      {},
      { type: 'closed' },
      { type: 'toString' },
      { type: 'regionChosen' },
      { type: 'regionChosen', region: { ...region, left: -1 } },
      { type: 'regionChosen', region: { ...region, width: 0 } },
      { type: 'regionChosen', region: { ...region, height: 1.5 } },
      { type: 'regionChosen', region: { ...region, top: '5' } },
    ]) {
      assert(!isRegionPageMessage(value), JSON.stringify(value));
    }
  });
});
