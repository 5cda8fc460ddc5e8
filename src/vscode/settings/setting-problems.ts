import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { descriptionModel } from '../description/description-setting';
import { defaultMegabytes, leastMegabytes } from '../storage/storage-limit-setting';
import { readTranscriptionChoice } from '../transcription/transcription-setting';
import { monthlyBudget } from '../usage/monthly-budget';

/** By the setting's name without `iris.`: says what is wrong with a value, and what holds instead; undefined where it is right. */
const checks: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  monthlyBudget: () =>
    monthlyBudget() === undefined
      ? t('The setting {0} is no amount of US dollars, so there is no budget.', 'iris.monthlyBudget')
      : undefined,
  secretCheck: (value) =>
    typeof value === 'boolean'
      ? undefined
      : t('The setting {0} is neither true nor false, so Iris goes on looking for secrets.', 'iris.secretCheck'),
  'storage.maxMegabytes': (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= leastMegabytes
      ? undefined
      : t(
          'The setting {0} is no number from {1} up, so the limit is {2} MB.',
          'iris.storage.maxMegabytes',
          leastMegabytes,
          typeof value === 'number' ? leastMegabytes : defaultMegabytes,
        ),
  transcriptionModel: (value) =>
    readTranscriptionChoice() === undefined && !isEmptyObject(value)
      ? t(
          'The setting {0} does not name an endpoint and a model, so nothing is chosen that makes transcripts.',
          'iris.transcriptionModel',
        )
      : undefined,
  descriptionModel: () =>
    descriptionModel() === undefined
      ? t('The setting {0} names no model, so nothing is chosen that describes pictures.', 'iris.descriptionModel')
      : undefined,
};

/** Sentences by the settings' names, of the person's own settings but the endpoints, which have sentences of their own. */
export function settingProblems(): ReadonlyMap<string, string> {
  const configuration = vscode.workspace.getConfiguration('iris');
  const problems = Object.entries(checks).flatMap(([name, check]): readonly (readonly [string, string])[] => {
    const value = configuration.inspect<unknown>(name)?.globalValue;
    const problem = value === undefined || value === null ? undefined : check(value);
    return problem === undefined ? [] : [[`iris.${name}`, problem]];
  });
  return new Map(problems);
}

/** What a model is that nobody has chosen yet. */
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
