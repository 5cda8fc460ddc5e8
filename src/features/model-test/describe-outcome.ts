import { failureReason } from './failure-reason';
import type { TestOutcome } from './ask-test-question';

/** What a test showed about a model, as sentences. */
export function describeOutcome(model: string, outcome: TestOutcome): string {
  switch (outcome.type) {
    case 'seesPictures':
      return `The model ${model} sees pictures.`;
    case 'unsure':
      return outcome.answer === ''
        ? `The model ${model} answered with nothing when it was shown a red picture. It may not see pictures.`
        : `The model ${model} answers, but of a red picture it said "${shortened(outcome.answer)}". It may not see pictures.`;
    case 'textOnly':
      return `The model ${model} answers, but takes no pictures.`;
    case 'failed':
      return `The model ${model} did not answer. ${failureReason(outcome.error).sentence}`;
  }
}

/** One short line. */
function shortened(answer: string): string {
  const line = answer.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
