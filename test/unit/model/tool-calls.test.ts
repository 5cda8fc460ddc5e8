import assert from 'node:assert/strict';
import type { FinishReason } from '../../../src/model/deltas';
import { ToolCallAssembler, type ToolCallDelta } from '../../../src/model/tool-calls';

function assemble(...pieces: readonly Omit<ToolCallDelta, 'type'>[]): ToolCallAssembler {
  const assembler = new ToolCallAssembler();
  for (const piece of pieces) {
    assembler.add({ type: 'toolCall', ...piece });
  }
  return assembler;
}

const look = { index: 0, id: 'a', name: 'look', argumentsText: '{"at":1}' };

describe('Tool calls', () => {
  it('are put together by their index, in its order', () => {
    const calls = assemble(
      { index: 1, id: 'b', name: 'wait' },
      { index: 0, id: 'a', name: 'look', argumentsText: '{"at":' },
      { index: 0, argumentsText: '1}' },
    );
    assert.deepEqual(calls.whole('toolCalls'), [
      { id: 'a', name: 'look', argumentsText: '{"at":1}' },
      { id: 'b', name: 'wait', argumentsText: '' },
    ]);
  });

  it('may have identifier and name in pieces', () => {
    const calls = assemble(
      { index: 0, id: 'call_', name: 'get_' },
      { index: 0, id: '1', name: 'weather' },
      { index: 0, argumentsText: '{}' },
    );
    assert.deepEqual(calls.whole('toolCalls'), [{ id: 'call_1', name: 'get_weather', argumentsText: '{}' }]);
  });

  it('may repeat identifier and name with every piece', () => {
    const calls = assemble(
      { index: 0, id: 'a', name: 'look', argumentsText: '{"at":' },
      { index: 0, id: 'a', name: 'look', argumentsText: '1}' },
    );
    assert.deepEqual(calls.whole('stop'), [{ id: 'a', name: 'look', argumentsText: '{"at":1}' }]);
  });

  it('get an identifier where the server gives none', () => {
    const calls = assemble({ index: 0, name: 'look', argumentsText: '{}' }, { index: 3, name: 'wait' });
    assert.deepEqual(
      calls.whole('toolCalls').map(({ id }) => id),
      ['call_0', 'call_3'],
    );
  });

  for (const reason of ['length', 'contentFilter', undefined] as const satisfies readonly (
    FinishReason | undefined
  )[]) {
    it(`are not handed on, whole as they look, when the answer ended with ${reason ?? 'no finish reason'}`, () => {
      const calls = assemble(look);
      assert.deepEqual(calls.whole(reason), []);
      assert.equal(calls.count, 1);
    });
  }

  for (const [what, piece] of [
    ['arguments that were cut', { ...look, argumentsText: '{"path":"/etc' }],
    ['arguments that are no object', { ...look, argumentsText: '12' }],
    ['arguments that are a list', { ...look, argumentsText: '[]' }],
    ['no name', { index: 0, id: 'a', argumentsText: '{}' }],
  ] as const) {
    it(`are not handed on with ${what}; others are`, () => {
      const calls = assemble(piece, { index: 1, id: 'b', name: 'wait', argumentsText: ' ' });
      assert.deepEqual(
        calls.whole('toolCalls').map(({ id }) => id),
        ['b'],
      );
    });
  }
});
