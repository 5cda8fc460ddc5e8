import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import type { DocumentContent } from '../../../src/media-process/document-service';
import { MediaError, type MediaErrorKind } from '../../../src/media-process/media-service';
import { useMediaService } from './media-service-for-tests';
import { claiming, compoundFile, demoDocument, fixtureDocument, withParts, wordDocument } from './office-files';

describe('a document', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const read = (bytes: Uint8Array): Promise<DocumentContent> => media().readDocument(bytes);

  it('of Word has its headings, lists, tables, notes and links, and its pictures where they belong', async () => {
    const { format, pieces, notes } = await read(demoDocument('report.docx'));
    assert.equal(format, 'Word document');
    assert.deepEqual(notes, []);
    assert.deepEqual(
      pieces.map(({ type }) => type),
      ['text', 'picture', 'text', 'picture', 'text'],
    );
    const [before, chart, between, harbor] = pieces;
    assert(before?.type === 'text' && between?.type === 'text');
    assert.match(before.text, /^# What happened in July\n\nThe shop lost more than half of its orders/);
    assert.match(before.text, /July\[Footnote 1\]\. The code is in the \[shop\]\(https:\/\/example\.com\/shop\)\./);
    assert.match(before.text, /- Nobody looked at the log:\n {3}- no alarm was set\n/);
    assert.match(
      before.text,
      /\| Month \| Income in € \| Returned \|\n\| --- \| --- \| --- \|\n\| May \| 19680 \| 2\.1 % \|/,
    );
    assert.match(before.text, /\[Picture 1: Bar chart of orders by month, July far below the others\]$/);
    assert.match(between.text, /1\. Keep removed.*\n2\. Set an alarm.*\n3\. Thank/);
    assert(chart?.type === 'picture' && harbor?.type === 'picture');
    assert.deepEqual([...chart.bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.deepEqual([...harbor.bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    assert.match(textOf(pieces), /\[Footnote 1\]: Counted on the last day of each month\.$/);
  });

  it('of another writer of Word files reads the same, with merged cells once and a repeated picture once', async () => {
    const { pieces } = await read(fixtureDocument('python-docx.docx'));
    const text = textOf(pieces);
    assert.match(text, /^# Plan\n\n# Scope\n\nSome bold and\ttab\nbreak\./);
    assert.match(text, /- Item List Bullet\n- Item List Bullet 2\n1\. Item List Number\n2\. Item List Number/);
    assert.match(text, /\| r2c0 \\\| x<br>second \| r2c1 \\\| x \| {2}\|/);
    assert.match(text, /\[Picture 1\][^]*\[Picture 1 again\]/);
    assert.equal(pieces.filter(({ type }) => type === 'picture').length, 1);
  });

  it('of Word counts changes as accepted and takes one form of what is there twice', async () => {
    const { pieces } = await read(
      wordDocument(
        '<w:p><w:r><w:t xml:space="preserve">Pay </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>' +
          '<w:ins><w:r><w:t>20</w:t></w:r></w:ins><w:r><mc:AlternateContent><mc:Choice><w:t> now</w:t></mc:Choice>' +
          '<mc:Fallback><w:t> now</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>' +
          '<w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>',
      ),
    );
    assert.equal(textOf(pieces).split('\n\n[Footnote')[0], 'Pay 20 now\n\na=b');
  });

  it('of PowerPoint has numbered slides with lists, tables, the numbers of charts, and notes', async () => {
    const { format, pieces } = await read(demoDocument('slides.pptx'));
    const text = textOf(pieces);
    assert.equal(format, 'PowerPoint presentation');
    assert.match(
      text,
      /^## Slide 1: July, and after\n\n- Half of the orders were lost\n {2}- The cart was the cause\n/,
    );
    assert.match(text, /Notes of the speaker: Begin with the good news: August\./);
    assert.match(text, /## Slide 2: The months\n\n\[Picture 1: Orders by month\]/);
    assert.match(text, /\| Month \| Income \|\n\| --- \| --- \|\n\| May \| 19680 \|/);
    assert.match(text, /## Slide 3: Roasts\n\nChart "Pounds by roast":\n\n\| {2}\| light \| medium \| dark \|/);
    assert.match(text, /\| July \| 212 \| 305 \| 188 \|/);
    assert.deepEqual(
      pieces.map(({ type }) => type),
      ['text', 'picture', 'text'],
    );
  });

  it('of Excel has its sheets as tables of what the cells show', async () => {
    const { format, pieces } = await read(demoDocument('figures.xlsx'));
    const text = textOf(pieces);
    assert.equal(format, 'Excel workbook');
    assert.match(text, /^## Sheet "Sales"\n\nCells A1:H5:\n\n\| Month \| Last day \|/);
    assert.match(text, /\| July \| 2026-07-31 \| 212 \| 305 \| 188 \| 705 \| 9834 \| 8\.4 % \|/);
    assert.match(text, /## Sheet "Notes"\n\nCells B2:C3:\n\n\| July \| The cart lost orders \\\| see the report \|/);
    assert.match(text, /\| August \| TRUE \|/);
    assert.equal(pieces.filter(({ type }) => type === 'picture').length, 1);
  });

  it('of another writer of Excel files reads dates, times, errors and hidden sheets', async () => {
    const text = textOf((await read(fixtureDocument('openpyxl.xlsx'))).pieces);
    assert.match(text, /## Sheet "Data & more"/);
    assert.match(text, /\| 1\.1 \| 0\.3 \| 2026-02-28 13:05:00 \| 08:30:00 \| 12\.5 % \| #N\/A \|/);
    assert.match(text, /\| ü "q" \| TRUE \| 1900-02-28 \|/);
    assert.match(text, /## Sheet "Hidden" \(hidden\)\n\nCells C3:C3:/);
    assert.match(text, /## Sheet "Empty"\n\nIt is empty\./);
  });

  it('with a long sheet says which rows are left out', async () => {
    const rows = Array.from(
      { length: 1_500 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
    );
    const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const { pieces, notes } = await read(
      withParts(demoDocument('figures.xlsx'), { 'xl/worksheets/sheet1.xml': sheet }),
    );
    assert.match(textOf(pieces), /\| 999 \|\n\n\[Rows 1,001 to 1,500 are left out here\.\]/);
    assert.deepEqual(notes, ['Rows 1,001 to 1,500 of the sheet "Sales" are left out.']);
  });

  it('that is a notebook has its cells with what they put out, and pictures after their cells', async () => {
    const { format, pieces } = await read(demoDocument('analysis.ipynb'));
    const text = textOf(pieces);
    assert.equal(format, 'Jupyter notebook');
    assert.match(text, /^# Orders of the summer/);
    assert.match(text, /Cell 2 \[1\]:\n```python\nimport csv\n[^]*```\n\nOutput:\n```text\n60 orders\n```/);
    assert.match(text, /Output: \[Picture 1: <Figure size 640x400 with 1 Axes>\]/);
    assert.match(text, /Error:\n```text\nIndexError: list index out of range\n```$/);
    assert.deepEqual(
      pieces.map(({ type }) => type),
      ['text', 'picture', 'text', 'picture', 'text'],
    );
  });

  it('that is a notebook has only the last state of a progress bar, and both ends of an endless output', async () => {
    const output = (text: string) => ({ output_type: 'stream', name: 'stdout', text });
    const cell = {
      cell_type: 'code',
      source: 'x',
      outputs: [output('1 %\r50 %\r100 %\n'), output('y'.repeat(50_000))],
    };
    const { pieces } = await read(Buffer.from(JSON.stringify({ nbformat: 4, cells: [cell] })));
    assert.match(textOf(pieces), /```text\n100 %\n```/);
    assert.match(textOf(pieces), /y\n\[34,000 characters are left out here\.\]\ny/);
  });

  const failures: readonly (readonly [string, () => Uint8Array, MediaErrorKind, RegExp])[] = [
    [
      'that is encrypted',
      () => compoundFile('Root Entry', 'EncryptedPackage'),
      'unsupportedFormat',
      /take its password away/,
    ],
    ['of Word before 2007', () => compoundFile('WordDocument'), 'unsupportedFormat', /save it as \.docx/],
    ['of Excel before 2007', () => compoundFile('Workbook'), 'unsupportedFormat', /save it as \.xlsx/],
    ['of PowerPoint before 2007', () => compoundFile('PowerPoint Document'), 'unsupportedFormat', /save it as \.pptx/],
    [
      'of LibreOffice',
      () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
      'unsupportedFormat',
      /Save it as \.docx/,
    ],
    ['that is cut off', () => demoDocument('report.docx').subarray(0, 20_000), 'corrupt', /damaged/],
    [
      'without its main part',
      () => withParts(demoDocument('report.docx'), { 'word/document.xml': undefined }),
      'corrupt',
      /word\/document\.xml is missing/,
    ],
    ['with broken XML', () => wordDocument('<w:p><w:r></w:p>'), 'corrupt', /damaged/],
    [
      'with a document type and its entities',
      () =>
        withParts(demoDocument('report.docx'), {
          'word/document.xml':
            '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p>&a;</w:p></w:body></w:document>',
        }),
      'corrupt',
      /document type/,
    ],
    ['with endless nesting', () => wordDocument('<w:sdt>'.repeat(5_000)), 'corrupt', /nested/],
    [
      'that unpacks to a thousand times its size',
      () => withParts(demoDocument('report.docx'), { 'word/bomb.xml': new Uint8Array(64 * 1024 * 1024) }),
      'tooManyBytes',
      /times its size/,
    ],
    [
      'that claims to be larger than any disk',
      () => claiming(demoDocument('report.docx'), 'word/document.xml', 0xff_ff_ff_f0),
      'tooManyBytes',
      /unpacks to 4,0\d\d MB/,
    ],
    ['that is no document', () => Buffer.from('{}'), 'unsupportedFormat', /no document/],
  ];
  for (const [what, bytes, kind, words] of failures) {
    it(`${what} is refused with a way on`, async () => {
      await assert.rejects(read(bytes()), (error) => {
        assert(error instanceof MediaError);
        assert.match(error.message, words);
        assert.equal(error.kind, kind);
        return true;
      });
    });
  }

  it('is never unpacked beyond what its directory claims', async () => {
    const bytes = claiming(
      wordDocument(`<w:p><w:r><w:t>${'a'.repeat(100_000)}</w:t></w:r></w:p>`),
      'word/document.xml',
      500,
    );
    await assert.rejects(read(bytes), (error) => error instanceof MediaError && error.kind === 'corrupt');
  });
});

function textOf(pieces: DocumentContent['pieces']): string {
  return pieces.flatMap((piece) => (piece.type === 'text' ? [piece.text] : [])).join('\n\n');
}
