import assert from 'node:assert/strict';
import { chatMarkdown } from '../../../../src/features/chat-export/chat-markdown';
import { fileNameOf } from '../../../../src/features/chat-export/file-name';
import { safeMarkdown } from '../../../../src/features/chat-export/safe-markdown';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { pictureAttachment, putPicture, sampleChat } from './sample-chat';

describe('a chat as Markdown', () => {
  it('holds who said what, with its media in a folder', async () => {
    const picture = await putPicture(new MemoryBlobStore());
    const { text, media } = chatMarkdown(sampleChat(picture), 'My chat-media');
    assert.equal(
      text,
      [
        '# Error \\*rates\\*',
        '## You',
        '![error rates (1).png](My%20chat-media/1-error%20rates%20%281%29.png)',
        'What is \\<this>?',
        '## eyes-1 · Local',
        '> **Reasoning**\n>\n> Hm.',
        'A **chart**. \\![x](https://evil.example/?q=1) \\<img src=https://evil.example/2 onerror=alert(1)>',
        '[link](https://example.com/) [bad](javascript:alert(1)) `<b>![code](y)`',
        '```html\n<script>![kept](z)</script>\n```',
        '| a | b |\n|:-:|--:|\n| 1 | 2 |',
        '*This answer was stopped.*\n',
      ].join('\n\n'),
    );
    assert.deepEqual(media, [{ name: '1-error rates (1).png', blob: picture }]);
    assert(!text.includes('/home/ada') && !text.includes('sk-secret'));
  });

  it('names media only where there is no folder for them', async () => {
    const picture = await putPicture(new MemoryBlobStore());
    const { text, media } = chatMarkdown(sampleChat(picture));
    assert.deepEqual(media, []);
    assert(text.includes('*Attached: error rates (1).png*'));
  });

  it('never holds the picture that an edited one was made of', async () => {
    const blobs = new MemoryBlobStore();
    const picture = await putPicture(blobs);
    const original = { ...picture, sha256: '1'.repeat(64) };
    const attachment = pictureAttachment(original, { thumbnail: picture, parts: [{ type: 'image', blob: picture }] });
    const [question, answer] = sampleChat(picture).messages;
    assert(question?.role === 'user' && answer);
    const { media } = chatMarkdown({ title: 'T', messages: [{ ...question, attachments: [attachment] }, answer] }, 'm');
    assert.deepEqual(
      media.map(({ blob }) => blob.sha256),
      [picture.sha256],
    );
  });

  it('closes a listing that was cut off, and takes no lone backtick for code', () => {
    assert.equal(safeMarkdown('```js\nlet a = 1;'), '```js\nlet a = 1;\n```');
    assert.equal(safeMarkdown('A ` and ![p](u)'), 'A ` and \\![p](u)');
    assert.equal(
      safeMarkdown('<https://example.com/> ``a ` ![b](c)`` <b>'),
      '<https://example.com/> ``a ` ![b](c)`` \\<b>',
    );
    assert.equal(safeMarkdown('~~~\n```\n![x](y)\n~~~\n![x](y)'), '~~~\n```\n![x](y)\n~~~\n\\![x](y)');
  });

  it('gives files names that every system takes', () => {
    assert.equal(fileNameOf('What/is: "this"?', 'chat'), 'What is this');
    assert.equal(fileNameOf('...', 'chat'), 'chat');
    assert.equal(fileNameOf('CON', 'chat'), 'chat');
    assert.equal(fileNameOf('a\u202egnp.exe', 'chat'), 'a gnp.exe');
    assert.equal(fileNameOf('👩‍👩‍👧'.repeat(50), 'chat').isWellFormed(), true);
  });
});
