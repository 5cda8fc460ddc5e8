import assert from 'node:assert/strict';
import { notebookFile, type OpenCell } from '../../../../src/features/attach-notebook/notebook-file';
import { readNotebook } from '../../../../src/media-process/document/notebook/read-notebook';
import { demoPicture } from '../../media-process/pictures';

describe('cells of an open notebook', () => {
  const cell: OpenCell = { number: 7, isCode: true, source: 'plot()', executionCount: 3, outputs: [] };
  const form = (mime: string, data: string | Uint8Array) => ({ mime, data: Buffer.from(data) });

  it('are read as those of a file are: number, source, texts, errors and pictures', () => {
    const picture = demoPicture('chart.png');
    const bytes = notebookFile(
      [
        {
          ...cell,
          outputs: [
            [form('application/vnd.code.notebook.stdout', 'one\n')],
            [
              form(
                'application/vnd.code.notebook.error',
                JSON.stringify({ name: 'TypeError', message: 'no', stack: '' }),
              ),
            ],
            [form('text/plain', '<Figure>'), form('image/png', picture)],
          ],
        },
      ],
      'julia',
    );
    const { pieces } = readNotebook(bytes);
    assert.deepEqual(pieces, [
      {
        type: 'text',
        text: 'Cell 7 [3]:\n```julia\nplot()\n```\n\nOutput:\n```text\none\n```\n\nError:\n```text\nTypeError: no\n```\n\nOutput: [Picture 1: <Figure>]',
      },
      { type: 'picture', name: '0.2', bytes: picture },
    ]);
  });
});
