import assert from 'node:assert/strict';
import { pastedDataUrls, pastedFiles, pastedName } from '../../../../media/composer/pasted';

const image = new File(['x'], 'image.png', { type: 'image/png' });
const report = new File(['x'], 'report.pdf');

describe('what is pasted', () => {
  it('is a picture where there is no text', () => {
    assert.deepEqual(pastedFiles(clipboard('', image)), [image]);
  });

  it('is text where a program put a picture of it beside', () => {
    assert.deepEqual(pastedFiles(clipboard('A1\tB1', image)), []);
  });

  it('is files where the text is only their names', () => {
    assert.deepEqual(pastedFiles(clipboard('/home/me/report.pdf', report)), [report]);
  });

  it('is the pictures of data URLs, where there is nothing beside them', async () => {
    const [picture, ...others] = pastedDataUrls(clipboard(' data:image/png;base64,AQID\n'));
    assert(picture);
    assert.deepEqual(new Uint8Array(await picture.arrayBuffer()), new Uint8Array([1, 2, 3]));
    assert.equal(pastedName(picture), 'Pasted image.png');
    assert.deepEqual(others, []);
    assert.deepEqual(pastedDataUrls(clipboard('see data:image/png;base64,AQID')), []);
    assert.deepEqual(pastedDataUrls(clipboard('data:text/html;base64,AQID')), []);
    assert.deepEqual(pastedDataUrls(clipboard('data:image/png;base64,A')), []);
  });

  it('gets a telling name where the browser gave none', () => {
    assert.equal(pastedName(image), 'Pasted image.png');
    assert.equal(pastedName(new File([], '', { type: 'image/svg+xml' })), 'Pasted image.svg');
    assert.equal(pastedName(report), 'report.pdf');
  });
});

function clipboard(text: string, ...files: readonly File[]) {
  return { getData: () => text, files };
}
