import assert from 'node:assert/strict';
import { LastRequest } from '../../../../src/features/last-request/last-request';
import { exchangeRecord } from './records';

describe('the last request', () => {
  it('is empty until there was one', () => assert.deepEqual(new LastRequest().exchanges, []));

  it('keeps the latest state of an exchange', () => {
    const last = new LastRequest();
    const { status: _status, ...begun } = exchangeRecord({ responseText: '', responseBytes: 0, timings: {} });
    const ended = exchangeRecord();
    last.observe(begun);
    assert.deepEqual(last.exchanges, [begun]);
    last.observe(ended);
    assert.deepEqual(last.exchanges, [ended]);
  });

  it('keeps all tries of one request, the oldest first', () => {
    const last = new LastRequest();
    last.observe(exchangeRecord({ id: 1, status: 400 }));
    last.observe(exchangeRecord({ id: 2, attempt: 1 }));
    last.observe(exchangeRecord({ id: 3, attempt: 2 }));
    assert.deepEqual(
      last.exchanges.map(({ id }) => id),
      [1, 2, 3],
    );
  });

  it('forgets a request when the next begins, and what still comes of it', () => {
    const last = new LastRequest();
    last.observe(exchangeRecord({ id: 1, request: 1 }));
    last.observe(exchangeRecord({ id: 2, request: 2 }));
    last.observe(exchangeRecord({ id: 1, request: 1, status: 500 }));
    assert.deepEqual(last.exchanges, [exchangeRecord({ id: 2, request: 2 })]);
  });

  it('tells of each change, and of none that is not shown', () => {
    const last = new LastRequest();
    let changes = 0;
    last.onDidChange(() => changes++);
    last.observe(exchangeRecord({ request: 2 }));
    last.observe(exchangeRecord({ request: 2 }));
    last.observe(exchangeRecord({ request: 1 }));
    assert.equal(changes, 2);
  });
});
