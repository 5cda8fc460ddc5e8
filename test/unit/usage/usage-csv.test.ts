import assert from 'node:assert/strict';
import { usageCsv } from '../../../src/usage/usage-csv';
import { entry } from './entries';

describe('exported usage', () => {
  it('has a row for each entry, with the name of its chat', () => {
    const csv = usageCsv(
      [entry('2026-11-21', { conversationId: 'id-1', estimatedInputTokens: 96 }), entry('2026-11-21')],
      new Map([['id-1', 'A picture']]),
    );
    const [header, first, second, end] = csv.split('\r\n');
    assert.match(header ?? '', /^\uFEFFday,time \(UTC\),endpoint,model,chat,/);
    assert.equal(
      first,
      '2026-11-21,2026-11-21T12:00:00.000Z,Server,eyes-1,A picture,id-1,chat,1,100,96,,,10,,,no,0.01,price',
    );
    assert.equal(second?.split(',')[4], '');
    assert.equal(end, '');
  });

  it('quotes what would break a row, and runs nothing as a formula', () => {
    const titles = new Map([['id-1', 'Say "hi",\nthen go']]);
    for (const [model, cell] of [
      ['=HYPERLINK("http://example.com")', `"'=HYPERLINK(""http://example.com"")"`],
      ['+1', "'+1"],
      ['-1', "'-1"],
      ['@sum', "'@sum"],
      ['\tx', "'\tx"],
      ['a=b', 'a=b'],
    ] as const) {
      const csv = usageCsv([entry('2026-11-21', { model, conversationId: 'id-1' })], titles);
      assert(csv.includes(`,Server,${cell},"Say ""hi"",\nthen go",id-1,`), csv);
    }
  });

  it('writes small amounts without an exponent', () => {
    const usage = { inputTokens: 1, outputTokens: 1, cost: { dollars: 1.5e-7, source: 'server' as const } };
    assert.match(usageCsv([entry('2026-11-21', { usage })], new Map()), /,0\.00000015,server\r\n$/);
  });
});
