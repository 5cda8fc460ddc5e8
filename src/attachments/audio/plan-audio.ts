import type { ModelTarget } from '../../model/model-target';
import type { AudioAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';

export function planAudio(attachment: AudioAttachment, _target: ModelTarget): Planned {
  return { status: 'planned', plan: '', prepare: () => Promise.resolve(attachment) };
}
