import assert from 'node:assert/strict';
import { pictureName } from '../../../../src/vscode/screenshot/picture-name';

describe('the name of a picture', () => {
  it('says when it was taken, in the local time, and sorts by it', () => {
    assert.equal(pictureName('Screenshot', new Date(2026, 0, 2, 3, 4, 5)), 'Screenshot 2026-01-02 03.04.05.png');
  });
});
