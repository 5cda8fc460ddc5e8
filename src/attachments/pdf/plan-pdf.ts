import type { ModelTarget } from '../../model/model-target';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';

export function planPdf(attachment: PdfAttachment, _target: ModelTarget): Planned {
  return { status: 'planned', plan: '', prepare: () => Promise.resolve(attachment) };
}
