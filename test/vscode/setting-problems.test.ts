import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { reportSettingProblems } from '../../src/vscode/settings/report-setting-problems';
import { settingProblems } from '../../src/vscode/settings/setting-problems';

const wrong = {
  monthlyBudget: 'ten',
  secretCheck: 'maybe',
  'storage.maxMegabytes': 0,
  transcriptionModel: { endpoint: 'Nope' },
  descriptionModel: 'gpt',
};
const right = {
  monthlyBudget: 0,
  secretCheck: false,
  'storage.maxMegabytes': 100,
  transcriptionModel: { endpoint: 'Mine', model: 'whisper-1' },
  descriptionModel: 'builtIn',
};

describe('values that a setting cannot have', () => {
  afterEach(async () => {
    for (const name of Object.keys(wrong)) {
      await change(name, undefined);
    }
  });

  it('are told with what holds instead, of each setting for itself', async () => {
    assert.deepEqual([...settingProblems()], []);
    for (const [name, value] of Object.entries(wrong)) {
      await change(name, value);
    }
    assert.deepEqual(Object.fromEntries(settingProblems()), {
      'iris.monthlyBudget': 'The setting iris.monthlyBudget is no amount of US dollars, so there is no budget.',
      'iris.secretCheck':
        'The setting iris.secretCheck is neither true nor false, so Iris goes on looking for secrets.',
      'iris.storage.maxMegabytes':
        'The setting iris.storage.maxMegabytes is no number from 100 up, so the limit is 100 MB.',
      'iris.transcriptionModel':
        'The setting iris.transcriptionModel does not name an endpoint and a model, so nothing is chosen that makes transcripts.',
      'iris.descriptionModel':
        'The setting iris.descriptionModel names no model, so nothing is chosen that describes pictures.',
    });
    for (const [name, value] of Object.entries(right)) {
      await change(name, value);
    }
    assert.deepEqual([...settingProblems()], []);
  });

  it('are told once, when the value comes and when it comes back', async () => {
    const shown: string[] = [];
    await change('monthlyBudget', -1);
    const report = reportSettingProblems((key) => {
      shown.push(key);
      return Promise.resolve();
    });
    await change('secretCheck', false);
    assert.deepEqual(shown, ['iris.monthlyBudget']);
    await change('monthlyBudget', 5);
    await change('monthlyBudget', 'ten');
    report.dispose();
    assert.deepEqual(shown, ['iris.monthlyBudget', 'iris.monthlyBudget']);
  });
});

async function change(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('iris').update(name, value, vscode.ConfigurationTarget.Global);
}
