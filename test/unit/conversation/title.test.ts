import assert from 'node:assert/strict';
import { titleOf } from '../../../src/conversation/title';
import type { Attachment } from '../../../src/shared/attachment/attachment';

describe('the title of a chat', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['is the first line of the question', 'What is this?\nAnd that?', 'What is this?'],
    ['passes over empty lines and joins spaces', '\r\n  \r\n\tWhat   is\tthis? ', 'What is this?'],
    [
      'is shortened at a word',
      'Which of these two very different pictures shows the newer design of the page?',
      'Which of these two very different pictures shows the newer…',
    ],
    ['is cut where it must be when there is no space', 'x'.repeat(100), `${'x'.repeat(60)}…`],
    ['never cuts a character in two', '👩'.repeat(61), `${'👩'.repeat(60)}…`],
    ['that fits is left as it is', 'x'.repeat(60), 'x'.repeat(60)],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.equal(titleOf({ text, attachments: [] }), expected));
  }

  it('is the name of the first attachment when there are no words', () => {
    const source = { sha256: '', mediaType: 'text/plain', byteLength: 0 };
    const base = { id: '1', name: 'notes.txt', parts: [], reasons: [] };
    const attachment: Attachment = { ...base, kind: 'text', source, languageId: 'plaintext' };
    assert.equal(titleOf({ text: ' \n', attachments: [attachment] }), 'notes.txt');
    assert.equal(titleOf({ text: '', attachments: [] }), 'New chat');
  });
});
