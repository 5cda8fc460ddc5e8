import type { ModelTarget } from '../../model/model-target';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';
import { decidePages } from './decide-pages';
import { preparePdf } from './prepare-pdf';

/** How a PDF is sent to this model. Every model takes its text, so nothing ever stands in its way. */
export function planPdf(attachment: PdfAttachment, target: ModelTarget): Planned {
  const plan = decidePages(attachment, target);
  return { status: 'planned', plan, prepare: (context) => preparePdf(attachment, plan, context) };
}
