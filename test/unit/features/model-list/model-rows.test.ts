import assert from 'node:assert/strict';
import { modelRows, type ModelRow, type ModelRowsOptions } from '../../../../src/features/model-list/model-rows';
import type { ModelSection } from '../../../../src/features/model-list/model-section';

const section = (label: string, ...ids: readonly string[]): ModelSection<string> => ({
  label,
  entries: ids.map((id) => ({ key: `${label}/${id}`, id, place: label, capabilities: {}, value: id })),
});

const shown = (options: Partial<ModelRowsOptions<string>>): readonly string[] =>
  modelRows({
    sections: [section('Cloud', 'big', 'other', 'mine'), section('Desk', 'small', 'big')],
    current: undefined,
    pinned: [],
    recent: [],
    ...options,
  }).map(textOf);

describe('The model picker', () => {
  it('shows each place with its models, in their order', () => {
    assert.deepEqual(shown({}), ['— Cloud', 'big', 'other', 'mine', '— Desk', 'small', 'big']);
  });

  it('shows the current model first and once', () => {
    assert.deepEqual(shown({ current: 'Cloud/mine' }), [
      'mine (current)',
      '— Cloud',
      'big',
      'other',
      '— Desk',
      'small',
      'big',
    ]);
  });

  it('shows pinned and recent models before the others, each model once', () => {
    assert.deepEqual(
      shown({
        current: 'Desk/small',
        pinned: ['Cloud/mine', 'Desk/small'],
        recent: ['Desk/small', 'Cloud/mine', 'Desk/big'],
      }),
      ['small (current) (pinned)', '— Pinned', 'mine (pinned)', '— Recent', 'big', '— Cloud', 'big', 'other'],
    );
  });

  it('leaves out what was pinned or used at a place that is gone', () => {
    assert.deepEqual(shown({ current: 'Gone/a', pinned: ['Gone/b'], recent: ['Gone/c'] }), shown({}));
  });

  it('shows a failed list as a line of its place', () => {
    const failure = { sentence: 'Nothing answers.', needsKey: false };
    assert.deepEqual(shown({ sections: [{ ...section('Desk'), failure }, section('Cloud', 'big')] }), [
      '— Desk',
      '! Nothing answers.',
      '— Cloud',
      'big',
    ]);
  });
});

function textOf(row: ModelRow<string>): string {
  switch (row.type) {
    case 'heading':
      return `— ${row.label}`;
    case 'model':
      return `${row.entry.id}${row.isCurrent ? ' (current)' : ''}${row.isPinned ? ' (pinned)' : ''}`;
    case 'failure':
      return `! ${row.reason.sentence}`;
  }
}
