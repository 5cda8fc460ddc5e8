import assert from 'node:assert/strict';
import { EventStreamParser, type ServerEvent } from '../../../../src/model/openai/event-stream';

function parse(portions: readonly (string | Uint8Array)[]): ServerEvent[] {
  const parser = new EventStreamParser();
  const events = portions.flatMap((portion) => parser.push(Buffer.from(portion)));
  const last = parser.end();
  return last ? [...events, last] : events;
}

/** The bytes cut in two at every place, and into single bytes. */
function cuts(text: string): Uint8Array[][] {
  const bytes = Buffer.from(text);
  const halves = Array.from(bytes, (_, index) => [bytes.subarray(0, index), bytes.subarray(index)]);
  return [...halves, Array.from(bytes, (byte) => Uint8Array.of(byte))];
}

const data = (...texts: string[]): ServerEvent[] => texts.map((text) => ({ name: '', data: text }));

describe('The event stream parser', () => {
  const cases: readonly (readonly [behaviour: string, stream: string, events: ServerEvent[]])[] = [
    [
      'reads LF, CR and CRLF line ends in any mixture',
      'data: a\n\ndata: b\r\rdata: c\r\n\r\ndata: d\r\n\ndata: e\n\r\n',
      data('a', 'b', 'c', 'd', 'e'),
    ],
    ['keeps characters of several bytes whole', 'data: 😀 ü 漢\n\n', data('😀 ü 漢')],
    ['joins data lines', 'data: {"a":\ndata: 1}\n\n', data('{"a":\n1}')],
    ['passes over comments and blank lines', ': ping\n\n\n:\n\ndata: a\n\n', data('a')],
    ['reads the event name', 'event: error\ndata: a\n\ndata: b\n\n', [{ name: 'error', data: 'a' }, ...data('b')]],
    ['takes off one leading space only', 'data:a\n\ndata:  b\n\n', data('a', ' b')],
    ['passes over other fields, and lines without a colon', 'id: 1\nretry: 10\nfoo\ndata: a\n\n', data('a')],
    ['reads a data line without a value', 'data\ndata\n\n', data('\n')],
    ['passes over a byte order mark', '\ufeffdata: a\n\n', data('a')],
    ['gives the last event without its blank line', 'data: a\n\ndata: b', data('a', 'b')],
    ['gives no event for a name alone', 'event: error\n\n', []],
  ];
  for (const [behaviour, stream, events] of cases) {
    it(`${behaviour}, wherever the bytes are cut`, () => {
      for (const portions of cuts(stream)) {
        assert.deepEqual(parse(portions), events);
      }
    });
  }

  it('reads a very long line that comes in small portions', () => {
    const portion = 'x'.repeat(4096);
    const parser = new EventStreamParser();
    parser.push(Buffer.from('data: '));
    for (let count = 0; count < 5_000; count++) {
      assert.deepEqual(parser.push(Buffer.from(portion)), []);
    }
    assert.equal(parser.push(Buffer.from('\n\n'))[0]?.data.length, 5_000 * 4096);
  });
});
