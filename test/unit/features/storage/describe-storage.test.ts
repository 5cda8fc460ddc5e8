import assert from 'node:assert/strict';
import { describeStorage, megabytes } from '../../../../src/features/storage/describe-storage';

describe('The description of the storage', () => {
  it('says who takes how much, and what is kept though it could be made again', () => {
    const use = { chats: 2_000_000, drafts: 0, cache: 300_000_000, unused: 40_000, total: 302_040_000, removable: 1e8 };
    const lines = describeStorage(use).split('\n');
    assert.match(lines[0] ?? '', /^Chats: 2\.0 MB, kept\./);
    assert.match(lines[1] ?? '', /^Drafts: 0 MB, kept\./);
    assert.match(lines[2] ?? '', /^Made of media: 300 MB/);
    assert.match(lines[3] ?? '', /40 KB/);
    assert.match(lines[4] ?? '', /200 MB are kept/);
    assert.equal(describeStorage({ ...use, removable: 300_040_000 }).split('\n').length, 4);
  });

  it('names sizes as people do', () => {
    assert.deepEqual([0, 900, 123_456, 12_345_678, 1.24e9].map(megabytes), [
      '0 MB',
      '1 KB',
      '0.1 MB',
      '12 MB',
      '1.2 GB',
    ]);
  });
});
