import type { ImagePlan } from '../media-process/media-service';
import { targetSize } from '../media-process/target-size';
import type { ImageAttachment } from '../shared/attachment';

/** Whether the picture that would be sent is what the plan asks for, so that it need not be prepared again. */
export function isPreparedFor({ source, prepared }: ImageAttachment, plan: ImagePlan): boolean {
  const { width, height } = targetSize({ ...source, vector: source.mediaType === 'image/svg+xml' }, plan);
  return plan.formats.includes(prepared.mediaType) && prepared.width === width && prepared.height === height;
}
