import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { AttachmentServices, CallOptions } from '../attachment-services';
import { asSent } from '../image/edited-picture';
import { planAttachment } from '../plan-attachment';
import { prepareByPlan } from '../planned';

/**
 * What was redacted as it is kept in a question that was asked before: without what it was made of, and with what is sent
 * of it made anew. Throws as the media process does.
 */
export async function keepRedacted(
  redacted: Attachment,
  target: ModelTarget,
  services: AttachmentServices & CallOptions,
): Promise<Attachment> {
  const kept = asSent(redacted);
  if (kept.parts.length > 0) {
    return kept;
  }
  // As for a model of which nothing is known: others than this one may be asked later on.
  const planned = planAttachment(kept, { ...target, capabilities: {} });
  if (planned.status === 'obstructed') {
    return kept;
  }
  return await prepareByPlan(planned, { ...services, id: kept.id, progress: () => undefined });
}
