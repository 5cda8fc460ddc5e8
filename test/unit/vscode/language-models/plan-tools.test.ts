import assert from 'node:assert/strict';
import { planTools } from '../../../../src/vscode/language-models/plan-tools';

const look = { type: 'function', function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } } };
const hear = { type: 'function', function: { name: 'hear' } };
const plannedLook = { name: 'look', description: 'Looks.', inputSchema: { type: 'object' } };
const plannedHear = { name: 'hear', description: '' };

describe('the tools that a language model of VS Code gets', () => {
  it('are functions that it may call', () => {
    assert.deepEqual(planTools({ tools: [look, hear] }), { tools: [plannedLook, plannedHear], isRequired: false });
    assert.deepEqual(planTools({ tools: [look], tool_choice: 'auto' }), { tools: [plannedLook], isRequired: false });
    assert.deepEqual(planTools({}), { tools: [], isRequired: false });
  });

  it('are functions of which it must call one', () => {
    const planned = planTools({ tools: [look, hear], tool_choice: 'required' });
    assert.deepEqual(planned, { tools: [plannedLook, plannedHear], isRequired: true });
  });

  it('are none where none may be called', () => {
    const planned = planTools({ tools: [look, { type: 'web_search' }], tool_choice: 'none' });
    assert.deepEqual(planned, { tools: [], isRequired: false });
  });

  for (const tool_choice of [
    { type: 'function', function: { name: 'hear' } },
    { type: 'function', name: 'hear' },
  ]) {
    it(`are only the one that it must call: ${JSON.stringify(tool_choice)}`, () => {
      assert.deepEqual(planTools({ tools: [look, hear], tool_choice }), { tools: [plannedHear], isRequired: true });
    });
  }

  it('have the one that it must call', () => {
    for (const tools of [undefined, [look]]) {
      assert.throws(
        () => planTools({ ...(tools && { tools }), tool_choice: { type: 'function', function: { name: 'hear' } } }),
        { kind: 'invalidParameter', message: '"tool_choice" names "hear", which is none of the tools.' },
      );
    }
  });

  it('are not left out in silence when they are no functions', () => {
    assert.throws(() => planTools({ tools: [look, { type: 'web_search' }, { type: 'mcp', server_label: 'm' }] }), {
      kind: 'unsupported',
      message: 'Language models of VS Code take only functions as tools, not web_search, mcp.',
    });
  });

  for (const tool_choice of ['any', { type: 'allowed_tools' }, { type: 'function' }]) {
    it(`are not chosen by ${JSON.stringify(tool_choice)}`, () => {
      assert.throws(() => planTools({ tools: [look], tool_choice }), { kind: 'unsupported' });
    });
  }
});
