import assert from 'node:assert/strict';
import { pastedName, pastedUrl, readPasted } from '../../../../media/composer/pasted';

const image = new File(['x'], 'image.png', { type: 'image/png' });
const report = new File(['x'], 'report.pdf');

describe('what is pasted', () => {
  it('is a picture where there is no text', () => {
    assert.deepEqual(readPasted(clipboard({ files: [image] })), { files: [image], isTextOfFiles: true });
  });

  it('is text where a program put a picture of it beside', () => {
    const copied = clipboard({ text: 'A1\tB1', html: '<table><tr><td>A1<td>B1</table>', files: [image] });
    assert.deepEqual(readPasted(copied), { files: [], isTextOfFiles: false });
  });

  it('is text and pictures where both were copied', () => {
    const both = { files: [image], isTextOfFiles: false };
    assert.deepEqual(readPasted(clipboard({ text: 'See this', files: [image] })), both);
    assert.deepEqual(readPasted(clipboard({ text: 'See', html: '<p>See <IMG src="a.png">', files: [image] })), both);
  });

  it('is text and the pictures that the text holds itself; none is loaded from anywhere', async () => {
    const html = '<p>One <img alt="" src="data:image/png;base64,AQID"> two <img src="https://example.com/a.png">';
    const { files, isTextOfFiles } = readPasted(clipboard({ text: 'One two', html }));
    assert.equal(isTextOfFiles, false);
    assert.deepEqual(await bytesOf(files), [[1, 2, 3]]);
  });

  it('is files where the text is only their names', () => {
    const copied = clipboard({ text: '/home/me/report.pdf', files: [report] });
    assert.deepEqual(readPasted(copied), { files: [report], isTextOfFiles: true });
  });

  it('is the pictures of data URLs, where there is nothing beside them', async () => {
    const { files } = readPasted(clipboard({ text: ' data:image/png;base64,AQID\n' }));
    assert.deepEqual(await bytesOf(files), [[1, 2, 3]]);
    assert.deepEqual(
      files.map((file) => pastedName(file)),
      ['Pasted image.png'],
    );
    for (const text of ['see data:image/png;base64,AQID', 'data:text/html;base64,AQID', 'data:image/png;base64,A']) {
      assert.deepEqual(readPasted(clipboard({ text })), { files: [], isTextOfFiles: false });
    }
  });

  it('is an address where there is nothing beside it', () => {
    assert.equal(pastedUrl(' https://example.com/a.png\n'), 'https://example.com/a.png');
    for (const text of [
      '',
      'see https://example.com',
      'https://',
      'ftp://example.com/a',
      `https://a/${'b'.repeat(3_000)}`,
    ]) {
      assert.equal(pastedUrl(text), undefined);
    }
  });

  it('gets a telling name where the browser gave none', () => {
    assert.equal(pastedName(image), 'Pasted image.png');
    assert.equal(pastedName(new File([], '', { type: 'image/svg+xml' })), 'Pasted image.svg');
    assert.equal(pastedName(report), 'report.pdf');
  });
});

async function bytesOf(files: readonly File[]): Promise<readonly (readonly number[])[]> {
  return await Promise.all(files.map(async (file) => [...new Uint8Array(await file.arrayBuffer())]));
}

function clipboard({ text = '', html = '', files = [] }: { text?: string; html?: string; files?: readonly File[] }) {
  return { getData: (format: string) => (format === 'text/html' ? html : text), files };
}
