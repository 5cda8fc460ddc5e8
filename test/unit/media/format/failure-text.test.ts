import assert from 'node:assert/strict';
import { failureActionLabel } from '../../../../media/format/failure-text';
import { formatClock } from '../../../../media/format/format-clock';

const noon = new Date(2026, 2, 14, 12, 0).getTime();
const minute = 60_000;

describe('the button that waits', () => {
  it('says until when', () => {
    const failure = { kind: 'rateLimited', message: '', actions: [], retryAt: noon + 125 * minute } as const;
    assert.equal(failureActionLabel('waitAndRetry', failure, noon), 'Wait Until 14:05 and Retry');
    assert.equal(failureActionLabel('retry', failure, noon), 'Retry');
  });

  it('does not when the time is over or was never told', () => {
    const failure = { kind: 'rateLimited', message: '', actions: [] } as const;
    assert.equal(failureActionLabel('waitAndRetry', failure, noon), 'Wait and Retry');
    assert.equal(failureActionLabel('waitAndRetry', { ...failure, retryAt: noon }, noon), 'Wait and Retry');
  });

  it('names the day when it is another one', () => {
    assert.equal(formatClock(noon + 14 * 60 * minute, noon), 'Mar 15, 02:00');
    assert.equal(formatClock(new Date(2026, 2, 14, 0, 5).getTime(), noon), '00:05');
  });
});
