import type { Attachment } from '../shared/attachment/attachment';
import type { Obstacle } from '../shared/attachment/tray-item';
import type { PrepareContext } from './attachment-services';

/** What is to be done with an attachment for one model. */
export type Planned = Preparation | { readonly status: 'obstructed'; readonly obstacle: Obstacle };

export interface Preparation {
  readonly status: 'planned';
  /** A plain value that goes through JSON unchanged: the same source with an equal plan has the same parts. */
  readonly plan: unknown;
  /** Makes the parts. Throws `AttachmentError`, or the signal's reason. */
  readonly prepare: (context: PrepareContext) => Promise<Attachment>;
}

/** What `preparedAs` says of an attachment whose parts were made by this plan. */
export function nameOfPlan(plan: unknown): string {
  return JSON.stringify(plan);
}

/** Whether the parts of an attachment are those that would be made of it. */
export function isPreparedAs({ preparedAs }: Attachment, { plan }: Preparation): boolean {
  return preparedAs === nameOfPlan(plan);
}

/** Makes the parts, and notes by what plan. Throws as `prepare` does. */
export async function prepareByPlan({ plan, prepare }: Preparation, context: PrepareContext): Promise<Attachment> {
  return { ...(await prepare(context)), preparedAs: nameOfPlan(plan) };
}
