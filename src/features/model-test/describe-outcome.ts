import { t } from '@vscode/l10n';
import { failureReason } from './failure-reason';
import type { TestOutcome } from './ask-test-question';

/** What a test showed about a model, as sentences. */
export function describeOutcome(model: string, outcome: TestOutcome): string {
  switch (outcome.type) {
    case 'seesPictures':
      return t('The model {0} sees pictures.', model);
    case 'unsure':
      return outcome.answer === ''
        ? t('The model {0} answered with nothing when it was shown a red picture. It may not see pictures.', model)
        : t(
            'The model {0} answers, but of a red picture it said "{1}". It may not see pictures.',
            model,
            shortened(outcome.answer),
          );
    case 'textOnly':
      return t('The model {0} answers, but takes no pictures.', model);
    case 'failed':
      return t('The model {0} did not answer. {1}', model, failureReason(outcome.error).sentence);
  }
}

/** One short line. */
function shortened(answer: string): string {
  const line = answer.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
