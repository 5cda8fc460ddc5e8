import assert from 'node:assert/strict';
import { offersAttachments, readDropped } from '../../../../media/composer/dropped';

const file = new File(['x'], 'a.png');

describe('what is dropped', () => {
  it('is the resources of a drag from the explorer, each once', () => {
    const dropped = readDropped(
      transfer({
        ResourceURLs: '["file:///a.png","file:///b.png"]',
        'application/vnd.code.uri-list': 'file:///b.png\r\nfile:///c.png\r\n',
      }),
    );
    assert.deepEqual(dropped, { type: 'uris', uris: ['file:///a.png', 'file:///b.png', 'file:///c.png'] });
  });

  it('is the bytes of files from the system, whose paths may not exist where the host runs', () => {
    const dropped = readDropped(transfer({ 'text/uri-list': 'file:///home/me/a.png' }, [file]));
    assert.deepEqual(dropped, { type: 'files', files: [file] });
  });

  it('is a list of URIs where there is nothing better, without comments and web addresses', () => {
    const list = '# comment\r\nvscode-vfs://github/o/r/a.png\r\nhttps://example.com/b.png';
    assert.deepEqual(readDropped(transfer({ 'text/uri-list': list })), {
      type: 'uris',
      uris: ['vscode-vfs://github/o/r/a.png'],
    });
  });

  it('is addresses where a browser gives nothing else', () => {
    assert.deepEqual(readDropped(transfer({ 'text/uri-list': 'https://example.com/b.png' })), {
      type: 'links',
      urls: ['https://example.com/b.png'],
    });
  });

  it('is left to the browser otherwise', () => {
    assert.deepEqual(readDropped(transfer({ 'text/plain': 'text' })), { type: 'other' });
    assert.deepEqual(readDropped(transfer({ ResourceURLs: 'not json' })), { type: 'other' });
    assert.deepEqual(readDropped(transfer({ ResourceURLs: '{"a":1}' })), { type: 'other' });
  });

  it('is announced by its types while the drag goes on', () => {
    assert.ok(offersAttachments(['Files']));
    assert.ok(offersAttachments(['text/plain', 'resourceurls']));
    assert.ok(!offersAttachments(['text/plain', 'text/html']));
  });
});

function transfer(data: Readonly<Record<string, string>>, files: readonly File[] = []) {
  return { getData: (format: string) => data[format] ?? '', files };
}
