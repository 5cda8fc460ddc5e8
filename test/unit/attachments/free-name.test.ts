import assert from 'node:assert/strict';
import { freeName } from '../../../src/attachments/free-name';

describe('a name that is not taken', () => {
  it('is the name itself as long as nothing else has it', () => {
    assert.equal(freeName('Pasted image.png', new Set(['Pasted image.webp'])), 'Pasted image.png');
  });

  it('has the first number that is free before what tells the type', () => {
    const taken = new Set(['Pasted image.png', 'Pasted image 2.png', 'Pasted image 4.png', '.png', 'no type']);
    assert.equal(freeName('Pasted image.png', taken), 'Pasted image 3.png');
    assert.equal(freeName('.png', taken), '.png 2');
    assert.equal(freeName('no type', taken), 'no type 2');
  });
});
