import assert from 'node:assert/strict';
import { isUsagePageMessage } from '../../../../src/vscode/usage/is-usage-page-message';

describe('a message of the usage page', () => {
  it('is one of four', () => {
    for (const type of ['ready', 'exportRequested', 'clearRequested', 'budgetOpened']) {
      assert(isUsagePageMessage({ type }));
    }
    for (const value of [undefined, null, 'ready', [], {}, { type: 'toString' }, { type: ['ready'] }]) {
      assert(!isUsagePageMessage(value), JSON.stringify(value));
    }
  });
});
