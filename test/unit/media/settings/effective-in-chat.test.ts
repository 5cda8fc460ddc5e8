import assert from 'node:assert/strict';
import { effectiveInChat } from '../../../../media/settings/effective-in-chat';
import { shownParameters } from '../../../../media/settings/shown-parameters';

describe('the parameters in force', () => {
  const told = [
    { name: 'temperature', value: 0.2, source: 'endpoint' },
    { name: 'seed', value: 7, source: 'chat' },
  ] as const;

  it("are the chat's own before the host has said so", () => {
    assert.deepEqual(
      [...effectiveInChat({ temperature: 1, n: null }, told).values()],
      [
        { name: 'temperature', value: 1, source: 'chat' },
        { name: 'n', value: null, source: 'chat' },
      ],
    );
  });

  it('are what comes from further away where the chat has none', () => {
    assert.deepEqual([...effectiveInChat({}, told).values()], [told[0]]);
  });
});

describe('the search in parameters', () => {
  const names = (...search: Parameters<typeof shownParameters>) => shownParameters(...search).map(({ name }) => name);

  it('finds by name, with blanks or underscores, and by description', () => {
    assert.deepEqual(names('top p', undefined), ['top_p', ...names('top p', undefined).slice(1)]);
    assert.ok(names('presence_pen', undefined).includes('presence_penalty'));
    assert.deepEqual(names('voice', undefined), ['audio']);
    assert.deepEqual(names('no such thing', undefined), []);
  });

  it('can be narrowed', () => {
    assert.deepEqual(
      names('', (name) => name === 'seed'),
      ['seed'],
    );
  });
});
