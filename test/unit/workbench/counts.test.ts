import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { closingLine, countTests, sumCounts } from '../../workbench/counts.mjs';

describe('Counting tests over all suites', () => {
  it('adds up the counts that each suite wrote', async () => {
    const write = (passed: number, failed: number) =>
      countTests('sample', ({ IRIS_TEST_COUNTS }) => {
        writeFileSync(IRIS_TEST_COUNTS, JSON.stringify({ passed, failed, skipped: 0 }));
        return Promise.resolve(failed > 0 ? 1 : 0);
      });
    const total = sumCounts([await write(3, 0), await write(2, 1)]);
    assert.equal(closingLine(total), '5 passed, 1 failed');
  });

  it('counts a suite that ended without counts as a failure', async () => {
    assert.deepEqual(await countTests('sample', () => Promise.resolve(0)), { passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a suite without tests as a failure', async () => {
    const counts = await countTests('sample', ({ IRIS_TEST_COUNTS }) => {
      writeFileSync(IRIS_TEST_COUNTS, JSON.stringify({ passed: 0, failed: 0, skipped: 4 }));
      return Promise.resolve(0);
    });
    assert.equal(counts.failed, 1);
  });

  it('names skipped tests in the closing line', () => {
    assert.equal(closingLine({ passed: 1, failed: 0, skipped: 2 }), '1 passed, 0 failed, 2 skipped');
  });
});
