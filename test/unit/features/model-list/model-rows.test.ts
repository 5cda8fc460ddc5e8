import assert from 'node:assert/strict';
import { modelRows, type Listing, type ModelRow } from '../../../../src/features/model-list/model-rows';

const cloud = { name: 'Cloud', baseUrl: 'https://cloud.example/v1', model: 'big' };
const desk = { name: 'Desk', baseUrl: 'http://localhost:1/v1', model: 'small' };
const endpoints = [cloud, desk];

describe('The model picker', () => {
  it('shows the configured models before any server has answered', () => {
    const rows = modelRows({ endpoints, listings: new Map(), current: undefined });
    assert.deepEqual(rows.map(textOf), ['— Cloud', 'big', '— Desk', 'small']);
  });

  it('shows the current model first and once', () => {
    const listings = new Map<string, Listing>([['Cloud', { type: 'listed', models: ['other', 'big', 'mine'] }]]);
    const rows = modelRows({ endpoints, listings, current: { endpoint: 'Cloud', model: 'mine' } });
    assert.deepEqual(rows.map(textOf), ['mine (current)', '— Cloud', 'big', 'other', '— Desk', 'small']);
  });

  it('shows a model of the same name at another endpoint', () => {
    const rows = modelRows({
      endpoints: [cloud, { ...desk, model: 'big' }],
      listings: new Map(),
      current: { endpoint: 'Cloud', model: 'big' },
    });
    assert.deepEqual(rows.map(textOf), ['big (current)', '— Desk', 'big']);
  });

  it('shows a failed list as a line of its endpoint', () => {
    const failed: Listing = { type: 'failed', reason: { sentence: 'Nothing answers.', needsKey: false } };
    const rows = modelRows({
      endpoints,
      listings: new Map([['Desk', failed]]),
      current: { endpoint: 'Desk', model: 'small' },
    });
    assert.deepEqual(rows.map(textOf), ['small (current)', '— Cloud', 'big', '— Desk', '! Nothing answers.']);
  });
});

function textOf(row: ModelRow): string {
  switch (row.type) {
    case 'heading':
      return `— ${row.endpoint}`;
    case 'model':
      return row.isCurrent ? `${row.model} (current)` : row.model;
    case 'failure':
      return `! ${row.reason.sentence}`;
  }
}
