import type { DocumentAttachment } from '../../shared/attachment/attachment';
import type { PicturesPlan } from './plan-document';

/** Why a document is sent as it is, as sentences. */
export function documentReasons({ pictureCount }: DocumentAttachment, plan: PicturesPlan): readonly string[] {
  const text = 'Its text is sent as Markdown, with headings, lists and tables.';
  const pictures = pictureCount === 1 ? 'Its picture' : `Its ${pictureCount} pictures`;
  const are = pictureCount === 1 ? 'is' : 'are';
  if (plan.send === 'first') {
    return [
      text,
      plan.count < pictureCount
        ? `Only the first ${plan.count} of its ${pictureCount} pictures are sent, each where it belongs.`
        : `${pictures} ${are} sent where ${pictureCount === 1 ? 'it belongs' : 'they belong'}.`,
    ];
  }
  switch (plan.because) {
    case 'thereAreNone':
      return [text];
    case 'thePersonChose':
      return [text, `${pictures} ${are} left out, as you chose.`];
    case 'theModelSeesNone':
      return [text, `${pictures} ${are} left out, for the model takes no pictures.`];
  }
}
