import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { formatExchanges } from '../../../../src/features/last-request/format-exchanges';
import { exchangeRecord } from './records';

describe('the last request as Markdown', () => {
  it('says what to do where there was none', () => assert.match(formatExchanges([]), /has not sent a request/));

  it('shows what was sent, what came and how long it took', () => {
    const text = formatExchanges([exchangeRecord()]);
    assert.deepEqual(headings(text), [
      'Last Request',
      'POST https://api.example.com/v1/chat/completions',
      'Request Headers',
      'Request Body',
      'Answer Headers',
      'Raw Answer',
    ]);
    assert.match(text, /^2026-11-21T12:00:00.000Z\. Keys are left out/m);
    assert.match(text, /\| 12 ms \| 340 ms \| 350 ms \| 1,234 ms \|/);
    assert.deepEqual(blocks(text), [
      [
        'http',
        'POST https://api.example.com/v1/chat/completions\ncontent-type: application/json\nauthorization: [redacted]\n',
      ],
      ['json', `${JSON.stringify(exchangeRecord().requestBody, undefined, 2)}\n`],
      ['http', 'HTTP 200\ncontent-type: text/event-stream\n'],
      ['text', 'data: [DONE]\n\n'],
    ]);
    assert.match(text, /^14 bytes\.$/m);
  });

  it('numbers the tries', () => {
    const failed = exchangeRecord({ status: 503, failure: 'The server\nis busy.' });
    const text = formatExchanges([failed, exchangeRecord({ id: 2, attempt: 2 })]);
    assert.match(text, /sent 2 times\./);
    assert.match(text, /^\*\*The server is busy\.\*\*$/m);
    assert.deepEqual(
      headings(text).filter((heading) => heading.includes('POST')),
      ['1: POST https://api.example.com/v1/chat/completions', '2: POST https://api.example.com/v1/chat/completions'],
    );
  });

  it('says that an answer is waited for, is arriving, or has failed to come', () => {
    const { status: _status, ...waiting } = exchangeRecord({ timings: {}, responseText: '', responseBytes: 0 });
    assert.match(formatExchanges([waiting]), /\| – \| – \| – \| – \|[^]*Waiting for the answer…/);
    assert.match(formatExchanges([exchangeRecord({ timings: { firstByte: 3 } })]), /Still arriving\./);
    const failed = formatExchanges([{ ...waiting, failure: 'Nothing listens there.' }]);
    assert.match(failed, /\*\*Nothing listens there\.\*\*/);
    assert.doesNotMatch(failed, /Waiting/);
  });

  it('says what was cut off', () => {
    const text = formatExchanges([exchangeRecord({ responseText: 'é', responseBytes: 5_000 })]);
    assert.match(text, /^5,000 bytes, of which the first 2 are shown\.$/m);
  });

  it('is not broken out of by what a server says', () => {
    const responseText = '```\n# Not a heading\n`````\n<script>';
    const text = formatExchanges([exchangeRecord({ responseText, responseBytes: responseText.length })]);
    assert(!headings(text).includes('Not a heading'));
    assert.deepEqual(blocks(text).at(-1), ['text', `${responseText}\n`]);
  });
});

const parse = (text: string) => new MarkdownIt().parse(text, {});

function headings(text: string): readonly string[] {
  const tokens = parse(text);
  return tokens.flatMap(({ type }, index) => (type === 'heading_open' ? [tokens[index + 1]?.content ?? ''] : []));
}

function blocks(text: string): readonly (readonly [language: string, content: string])[] {
  return parse(text).flatMap(({ type, info, content }) => (type === 'fence' ? [[info, content] as const] : []));
}
