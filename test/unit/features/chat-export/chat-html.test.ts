import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chatHtml } from '../../../../src/features/chat-export/chat-html';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { pixel, putPicture, reader, sampleChat, shown } from './sample-chat';

describe('a chat as a page', () => {
  it('stands alone: its pictures are in it, its policy lets nothing else in, and its texts are text', async () => {
    const blobs = new MemoryBlobStore();
    const html = await chatHtml(shown(sampleChat(await putPicture(blobs))), reader(blobs));
    assert(html.includes(`<img src="data:image/png;base64,${pixel.toString('base64')}"`));
    assert.equal(html.match(/<img/g)?.length, 1);
    assert(!/<script|\sonerror="|href="javascript|\sstyle=/i.test(html), html);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    assert(html.includes(`default-src 'none'; img-src data:; media-src data:; style-src 'sha256-${hash}'`));
    assert(html.indexOf('Content-Security-Policy') < html.indexOf('<style>'));
    assert(html.includes('<td class="right">2</td>'));
    assert(html.includes('What is &#60;this&#62;?'));
    assert(!html.includes('/home/ada') && !html.includes('sk-secret'));
  });

  it('goes without what is gone', async () => {
    const html = await chatHtml(shown(sampleChat(await putPicture(new MemoryBlobStore()))), () =>
      Promise.resolve(undefined),
    );
    assert(!html.includes('<img'));
    assert(html.includes('error rates (1).png'));
  });
});
