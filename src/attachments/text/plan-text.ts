import type { TextAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';

/** What is sent of a text is made when it is read. */
export const textPlan = 'text';

/** Text is sent as it is, to every model. */
export function planText(attachment: TextAttachment): Planned {
  return { status: 'planned', plan: textPlan, prepare: () => Promise.resolve(attachment) };
}
