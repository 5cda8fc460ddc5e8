import assert from 'node:assert/strict';
import { readFiles } from '../../../../media/composer/read-files';

describe('reading files in the panel', () => {
  it('gives their names and bytes, and tells which names are not their own', async () => {
    const bytes = new TextEncoder().encode('abc');
    const files = [new File(['abc'], 'a.txt'), new File(['abc'], 'image.png')];
    const read = await readFiles(files, ({ name }) => (name === 'image.png' ? 'Pasted image.png' : name));
    assert.deepEqual(read, {
      files: [
        { name: 'a.txt', bytes },
        { name: 'Pasted image.png', isNameGiven: true, bytes },
      ],
      problems: [],
    });
  });

  it('refuses more than 256 MB without reading it, and takes the others', async () => {
    const large = { name: 'film.mov', size: 300 * 1024 * 1024, arrayBuffer: () => assert.fail('was read') };
    const read = await readFiles([large as unknown as File, new File(['x'], 'b.png')], (file) => file.name);
    assert.deepEqual(
      read.files.map(({ name }) => name),
      ['b.png'],
    );
    assert.deepEqual(read.problems, ['film.mov is 300 MB. Files up to 256 MB can be attached.']);
  });

  it('takes a hundred at once and says how many there were', async () => {
    const many = Array.from({ length: 103 }, (_, index) => new File(['x'], `${index}.txt`));
    const read = await readFiles(many, (file) => file.name);
    assert.equal(read.files.length, 100);
    assert.deepEqual(read.problems, ['Only the first 100 of 103 files were attached.']);
  });

  it('says which file could not be read, as a folder cannot', async () => {
    const folder = { name: 'folder', size: 0, arrayBuffer: () => Promise.reject(new Error('NotReadable')) };
    const read = await readFiles([folder as unknown as File], (file) => file.name);
    assert.match(read.problems[0] ?? '', /^folder could not be read/);
  });
});
