import { t } from '@vscode/l10n';
import type { ReducedAttachment, ReducedForm, ReductionCause } from '../../src/shared/reduced-attachment';

const forms: Readonly<Record<ReducedForm, string>> = {
  thumbnail: t('as a small picture'),
  text: t('as its text'),
  leftOut: t('only named'),
};

const causes: Readonly<Record<ReductionCause, string>> = {
  context: t('the chat is longer than the model reads at once'),
  count: t('the model takes no more pictures at once'),
  bytes: t('the model takes no larger pictures or requests'),
  modality: t('the model does not take it'),
};

/** As `as a small picture: the chat is longer than the model reads at once`. */
export function describeReduction({ form, cause }: Pick<ReducedAttachment, 'form' | 'cause'>): string {
  return t('{0}: {1}', forms[form], causes[cause]);
}

/** What happened to all of them, in one line. */
export function summarizeReductions(reduced: readonly ReducedAttachment[]): string {
  const count = reduced.length;
  if (reduced.every(({ cause }) => cause === 'modality')) {
    return count === 1
      ? t('1 earlier attachment was not sent as it is: the model does not take it')
      : t('{0} earlier attachments were not sent as they are: the model does not take them', count);
  }
  return count === 1
    ? t('1 earlier attachment was sent smaller to fit')
    : t('{0} earlier attachments were sent smaller to fit', count);
}
