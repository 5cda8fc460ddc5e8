import assert from 'node:assert/strict';
import { formatTable } from '../../bench/format-table.mjs';

describe('The table of a benchmark', () => {
  it('aligns text to the left and numbers to the right', () => {
    const rows = [
      { contender: 'ours', 'wall ms': 9.8765, bytes: 12_345 },
      { contender: 'send as is', 'wall ms': 1234.5, bytes: 7 },
    ];
    assert.equal(
      formatTable(rows),
      ['contender   wall ms  bytes', 'ours           9.88  12345', 'send as is     1235      7'].join('\n'),
    );
  });

  it('leaves a cell empty where a row has no such column', () => {
    assert.equal(formatTable([{ step: 'a', ms: 1 }, { step: 'b' }]), ['step  ms', 'a      1', 'b'].join('\n'));
  });
});
