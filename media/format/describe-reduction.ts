import type { ReducedAttachment, ReducedForm, ReductionCause } from '../../src/shared/reduced-attachment';

const forms: Readonly<Record<ReducedForm, string>> = {
  thumbnail: 'as a small picture',
  text: 'as its text',
  leftOut: 'only named',
};

const causes: Readonly<Record<ReductionCause, string>> = {
  context: 'the chat is longer than the model reads at once',
  count: 'the model takes no more pictures at once',
  bytes: 'the model takes no larger pictures or requests',
  modality: 'the model does not take it',
};

/** As `as a small picture: the chat is longer than the model reads at once`. */
export function describeReduction({ form, cause }: Pick<ReducedAttachment, 'form' | 'cause'>): string {
  return `${forms[form]}: ${causes[cause]}`;
}

/** What happened to all of them, in one line. */
export function summarizeReductions(reduced: readonly ReducedAttachment[]): string {
  const one = reduced.length === 1;
  const what = one ? '1 earlier attachment was' : `${reduced.length} earlier attachments were`;
  if (reduced.every(({ cause }) => cause === 'modality')) {
    return `${what} not sent as ${one ? 'it is' : 'they are'}: the model does not take ${one ? 'it' : 'them'}`;
  }
  return `${what} sent smaller to fit`;
}
