import { t } from '@vscode/l10n';
import { describeOutcome } from './describe-outcome';
import type { ProbeOutcome } from './probe-model';

/** What a test showed about a model, as sentences. */
export function describeProbe(model: string, { sight, hearing }: ProbeOutcome): string {
  const seen = describeOutcome(model, sight);
  switch (hearing?.type) {
    case 'hears':
      return `${seen} ${t('It hears sound.')}`;
    case 'unsure':
      return `${seen} ${t('It takes sound, but may not hear it.')}`;
    case 'deaf':
      return `${seen} ${t('It takes no sound.')}`;
    case 'failed':
    case undefined:
      return seen;
  }
}
