import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { PrepareContext } from './attachment-services';
import { planAttachment } from './plan-attachment';
import { isPreparedAs, prepareByPlan } from './planned';

/**
 * What was prepared for another model as this one wants it. It stays as it was where nothing else is sent to this one,
 * where the person would first have to say what is, and where it can't be made: what was sent once can be sent again.
 * Throws the signal's reason and nothing else.
 */
export async function prepareFor(
  attachment: Attachment,
  target: ModelTarget,
  services: Omit<PrepareContext, 'id' | 'progress'>,
): Promise<Attachment> {
  // What came with an imported chat was never planned here.
  if (attachment.preparedAs === undefined) {
    return attachment;
  }
  try {
    const planned = planAttachment(attachment, target);
    if (planned.status === 'obstructed' || isPreparedAs(attachment, planned)) {
      return attachment;
    }
    return await prepareByPlan(planned, { ...services, id: attachment.id, progress: () => undefined });
  } catch {
    services.signal.throwIfAborted();
    return attachment;
  }
}
