/** An attachment of an earlier question that a request carried in a smaller form, so that it fits the model. */
export interface ReducedAttachment {
  readonly messageId: string;
  readonly attachmentId: string;
  readonly form: ReducedForm;
  readonly cause: ReductionCause;
}

export const reducedForms = ['thumbnail', 'text', 'leftOut'] as const;
export type ReducedForm = (typeof reducedForms)[number];

/** `context`: too many tokens; `count`: too many pictures; `bytes`: too large a request; `modality`: not taken at all. */
export const reductionCauses = ['context', 'count', 'bytes', 'modality'] as const;
export type ReductionCause = (typeof reductionCauses)[number];
