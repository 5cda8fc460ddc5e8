import assert from 'node:assert/strict';
import { chatMarkdown } from '../../../../src/features/chat-export/chat-markdown';
import { fileNameOf, plainFileNameOf } from '../../../../src/features/chat-export/file-name';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { recordedChat } from './recorded-chat';
import { pictureAttachment, putPicture, sampleChat, shown } from './sample-chat';

describe('a chat as Markdown', () => {
  it('holds who said what, with its media in a folder', async () => {
    const picture = await putPicture(new MemoryBlobStore());
    const { text, media } = chatMarkdown(shown(sampleChat(picture)), 'My chat-media');
    assert.equal(
      text,
      [
        '# Error \\*rates\\*',
        '## You',
        'What is \\<this>?',
        '![error rates (1).png](My%20chat-media/1-error-rates-1.png)\\\n*error rates (1).png*',
        '## eyes-1 · Local',
        '> **Reasoning**\n>\n> Hm.',
        'A **chart**. \\![x](https://evil.example/?q=1) \\<img src=https://evil.example/2 onerror=alert(1)>',
        '[link](https://example.com/) [bad](javascript:alert(1)) `<b>![code](y)`',
        '```html\n<script>![kept](z)</script>\n```',
        '| a | b |\n|:-:|--:|\n| 1 | 2 |',
        '*This answer was stopped.*\n',
      ].join('\n\n'),
    );
    assert.deepEqual(media, [{ name: '1-error-rates-1.png', blob: picture }]);
    assert(!text.includes('/home/ada') && !text.includes('sk-secret'));
  });

  it('leads to the sources that it names as they are, and to nothing but the web', () => {
    const urls = [
      'https://de.wikipedia.org/wiki/M%C3%BCnchen?a=<b>',
      'javascript:alert(1)',
      'https://example.com/\ud800',
    ];
    const { title, blocks, otherVersions } = shown(recordedChat);
    const [first, ...more] = blocks;
    assert(first);
    const sources = urls.map((url) => ({ title: 'S', url }));
    const { text } = chatMarkdown({ title, blocks: [{ ...first, sources }, ...more], otherVersions });
    assert(text.includes('- S: <https://de.wikipedia.org/wiki/M%C3%BCnchen?a=%3Cb%3E>\n'), text);
    assert(text.includes('- S: javascript:alert(1)\n'), text);
    assert(text.includes('- S: <https://example.com/%EF%BF%BD>'), text);
  });

  it('names media only where there is no folder for them', async () => {
    const picture = await putPicture(new MemoryBlobStore());
    const { text, media } = chatMarkdown(shown(sampleChat(picture)));
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
    const { media } = chatMarkdown(
      shown({ title: 'T', messages: [{ ...question, attachments: [attachment] }, answer] }),
      'm',
    );
    assert.deepEqual(
      media.map(({ blob }) => blob.sha256),
      [picture.sha256],
    );
  });

  it('names pages, frames and texts, in captions and in the names of files', () => {
    const { text, media } = chatMarkdown(shown(recordedChat), 'm');
    assert.deepEqual(
      media.map(({ name }) => name),
      ['1-spec-p3.png', '2-spec.txt', '3-bug-0m02.7s.png', '4-bug-1h02m03s.png'],
    );
    assert(text.includes('![spec.pdf, page 3](m/1-spec-p3.png)\\\n*spec.pdf, page 3*'));
    assert(text.includes('[spec.pdf, text](m/2-spec.txt)'));
    assert(text.includes('*bug.mp4, frame at 0:02.7*'));
    assert(text.indexOf('Where is it?') < text.indexOf('![spec.pdf'));
  });

  it('keeps what was asked out of its outline', () => {
    const [question] = recordedChat.messages;
    assert(question?.role === 'user');
    const { text } = chatMarkdown(shown({ title: 'T', messages: [{ ...question, text: '# not a heading' }] }));
    assert(text.includes('\n\\# not a heading\n'));
  });

  it('gives files names that every system takes', () => {
    assert.equal(fileNameOf('What/is: "this"?', 'chat'), 'What is this');
    assert.equal(fileNameOf('...', 'chat'), 'chat');
    assert.equal(fileNameOf('CON', 'chat'), 'chat');
    assert.equal(fileNameOf('a\u202egnp.exe', 'chat'), 'a gnp.exe');
    assert.equal(fileNameOf('👩‍👩‍👧'.repeat(50), 'chat').isWellFormed(), true);
  });

  it('gives exported files names that no shell takes for more than a word', () => {
    assert.equal(
      plainFileNameOf('Compare `chart.png` with the $(spec) & more!', 'chat'),
      'Compare-chart.png-with-the-spec-more',
    );
    assert.equal(plainFileNameOf('-rf ~/*', 'chat'), 'rf');
    assert.equal(plainFileNameOf('图表 说明', 'chat'), '图表-说明');
    assert.equal(plainFileNameOf('`"`', 'chat'), 'chat');
    assert.equal(plainFileNameOf(`${'a'.repeat(59)} b`, 'chat'), 'a'.repeat(59));
  });
});
