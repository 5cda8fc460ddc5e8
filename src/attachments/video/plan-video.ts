import type { ModelTarget } from '../../model/model-target';
import type { VideoAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';

export function planVideo(attachment: VideoAttachment, _target: ModelTarget): Planned {
  return { status: 'planned', plan: '', prepare: () => Promise.resolve(attachment) };
}
