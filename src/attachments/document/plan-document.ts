import type { ModelTarget } from '../../model/model-target';
import type { DocumentAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';

export function planDocument(attachment: DocumentAttachment, _target: ModelTarget): Planned {
  return { status: 'planned', plan: '', prepare: () => Promise.resolve(attachment) };
}
