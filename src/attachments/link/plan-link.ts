import type { ModelTarget } from '../../model/model-target';
import type { LinkAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';

export function planLink(attachment: LinkAttachment, _target: ModelTarget): Planned {
  return { status: 'planned', plan: '', prepare: () => Promise.resolve(attachment) };
}
