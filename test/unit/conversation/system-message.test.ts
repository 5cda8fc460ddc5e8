import assert from 'node:assert/strict';
import { systemMessage } from '../../../src/conversation/system-message';

describe('the system message', () => {
  const workspace = { origin: 'the workspace (.iris/instructions.md)', text: 'Use tabs.\n' };

  it('is none where there are no instructions', () => {
    assert.equal(systemMessage({ instructions: [] }), undefined);
    assert.equal(systemMessage({ instructions: [{ ...workspace, text: ' \n' }], systemPrompt: '' }), undefined);
  });

  it('is what was written where there is one place only', () => {
    assert.deepEqual(systemMessage({ instructions: [workspace] }), { role: 'system', text: 'Use tabs.' });
    assert.deepEqual(systemMessage({ instructions: [], systemPrompt: 'Be brief.' }), {
      role: 'system',
      text: 'Be brief.',
    });
  });

  it('names what holds for a part of the workspace', () => {
    const app = { origin: 'the workspace folder "app"', text: 'Use tabs.', isPartial: true };
    assert.deepEqual(systemMessage({ instructions: [app] }), {
      role: 'system',
      text: '# Instructions of the workspace folder "app"\n\nUse tabs.',
    });
  });

  it('tells apart what comes from where, the nearest last', () => {
    assert.deepEqual(systemMessage({ instructions: [workspace], systemPrompt: 'Be brief.' }), {
      role: 'system',
      text: '# Instructions of the workspace (.iris/instructions.md)\n\nUse tabs.\n\n# Instructions of this chat\n\nBe brief.',
    });
  });
});
