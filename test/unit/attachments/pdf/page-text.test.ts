import assert from 'node:assert/strict';
import { pdfText } from '../../../../src/attachments/pdf/page-text';
import { readRequest } from '../../../../src/model/offline/read-request';

const pages = [
  { page: 3, text: 'Beans\nAre kept on the left.' },
  { page: 4, text: '', note: 'picture' as const },
  { page: 5, text: 'Hidden ``` fence', note: 'recognized' as const },
];

describe('the text of a PDF', () => {
  it('has each page under its number, and says how pages are to be cited', () => {
    assert.equal(
      pdfText({ name: 'spec.pdf', pageCount: 9 }, pages.slice(0, 2), { isCited: true }),
      'spec.pdf (2 of 9 pages, cite pages as "p. 3"):\n```\n[Page 3]\nBeans\nAre kept on the left.\n\n[Page 4, also as a picture]\n(no text)\n```',
    );
  });

  it('is an attached text to the built-in reader', () => {
    const text = pdfText({ name: 'spec.pdf', pageCount: 9 }, pages, { isCited: false });
    const { texts, question } = readRequest([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Where?' },
          { type: 'text', text },
        ],
      },
    ]);
    assert.equal(question, 'Where?');
    assert.deepEqual(
      texts.map(({ label }) => label),
      ['spec.pdf (3 of 9 pages)'],
    );
    assert.match(texts[0]?.text ?? '', /^\[Page 3\]\nBeans[^]*\[Page 5, read from a scan\]\nHidden ``` fence$/);
  });
});
