import assert from 'node:assert/strict';
import { ToolCallPlaces } from '../../../../../src/model/openai/chunks/tool-call-places';
import type { ToolCall } from '../../../../../src/model/deltas';
import { ToolCallAssembler } from '../../../../../src/model/tool-calls';

/** The calls that come out of deltas, each a list as `tool_calls` has it. */
function callsOf(...deltas: readonly (readonly unknown[])[]): readonly ToolCall[] {
  const places = new ToolCallPlaces();
  const assembler = new ToolCallAssembler();
  for (const piece of deltas.flatMap((calls) => places.read(calls, false))) {
    assembler.add(piece);
  }
  return assembler.whole('toolCalls');
}

const call = (name: string, input: unknown, rest: object = {}): object => ({
  type: 'function',
  function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
  ...rest,
});
const more = (text: string, rest: object = {}): object => ({ function: { arguments: text }, ...rest });

describe('Pieces of tool calls', () => {
  it('find their call by its number', () => {
    assert.deepEqual(
      callsOf(
        [call('look', '', { index: 0, id: 'a' })],
        [call('wait', '{"s', { index: 1, id: 'b' })],
        [more('{"at":', { index: 0 }), more('":1}', { index: 1 })],
        [more('2}', { index: 0 })],
      ),
      [
        { id: 'a', name: 'look', argumentsText: '{"at":2}' },
        { id: 'b', name: 'wait', argumentsText: '{"s":1}' },
      ],
    );
  });

  it('belong to different calls when all have the number 0 and come whole (Gemini)', () => {
    assert.deepEqual(
      callsOf(
        [call('weather', { city: 'Bern' }, { index: 0, id: 'a' })],
        [call('weather', { city: 'Rome' }, { index: 0, id: 'b' })],
        [call('time', {}, { index: 0, id: 'c' })],
      ),
      [
        { id: 'a', name: 'weather', argumentsText: '{"city":"Bern"}' },
        { id: 'b', name: 'weather', argumentsText: '{"city":"Rome"}' },
        { id: 'c', name: 'time', argumentsText: '{}' },
      ],
    );
  });

  it('belong to different calls even without identifiers, which are made up', () => {
    assert.deepEqual(
      callsOf(
        [call('weather', { city: 'Bern' }, { index: 0, id: '' })],
        [call('weather', { city: 'Rome' }, { index: 0, id: '' })],
      ).map(({ id, argumentsText }) => [id, argumentsText]),
      [
        ['call_0', '{"city":"Bern"}'],
        ['call_1', '{"city":"Rome"}'],
      ],
    );
  });

  it('belong to one call when identifier and name are repeated', () => {
    assert.deepEqual(
      callsOf(
        [call('look', '{"a":{}', { index: 0, id: 'a' })],
        [call('look', ',"b":1}', { index: 0, id: 'a' })],
        [call('look', '', { index: 0, id: 'a' })],
      ),
      [{ id: 'a', name: 'look', argumentsText: '{"a":{},"b":1}' }],
    );
  });

  it('find their call without a number by its identifier, or else belong to the last', () => {
    assert.deepEqual(
      callsOf(
        [call('look', '{"a"', { id: 'a' })],
        [call('wait', '{', { id: 'b' })],
        [more(':1}', { id: 'a' })],
        [more('}')],
      ),
      [
        { id: 'a', name: 'look', argumentsText: '{"a":1}' },
        { id: 'b', name: 'wait', argumentsText: '{}' },
      ],
    );
  });

  it('begin another call without number and identifier when they have a name', () => {
    assert.deepEqual(
      callsOf([call('look', {}), call('wait', {})], [call('look', {})]).map(({ name }) => name),
      ['look', 'wait', 'look'],
    );
  });

  it('may give the arguments as an object (Ollama)', () => {
    assert.deepEqual(callsOf([{ id: 'a', function: { name: 'look', arguments: { at: [1] } } }]), [
      { id: 'a', name: 'look', argumentsText: '{"at":[1]}' },
    ]);
  });

  it('of a whole message are calls of their own, whatever they are numbered', () => {
    const pieces = new ToolCallPlaces().read(
      [call('look', {}, { id: 'a', index: 0 }), call('wait', {}, { id: 'a', index: 0 })],
      true,
    );
    assert.deepEqual(
      pieces.map(({ index, name }) => [index, name]),
      [
        [0, 'look'],
        [1, 'wait'],
      ],
    );
  });

  it('may come in the older form of one function call', () => {
    const places = new ToolCallPlaces();
    assert.deepEqual(
      [{ name: 'look', arguments: '' }, { arguments: '{}' }, undefined].flatMap((value) =>
        places.readFunctionCall(value),
      ),
      [
        { type: 'toolCall', index: 0, name: 'look' },
        { type: 'toolCall', index: 0, argumentsText: '{}' },
      ],
    );
  });

  it('that are nonsense are passed over', () => {
    assert.deepEqual(
      callsOf([
        null,
        1,
        'x',
        [],
        {},
        { function: null, index: 0 },
        { function: { name: 1, arguments: 2 }, index: -1, id: {} },
      ]),
      [],
    );
  });
});
