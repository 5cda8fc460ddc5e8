import { t } from '@vscode/l10n';
import type { Attachment, TextAttachment } from '../../shared/attachment/attachment';
import { nameOfPlan } from '../planned';
import { attachedText } from '../text/attached-text';
import { textPlan } from '../text/plan-text';
import { pdfText } from '../pdf/page-text';
import { findInText } from './find-in-text';
import { pageTexts } from './page-texts';
import { redactPicture } from './redact-picture';
import { redactText } from './redact-text';
import type { SearchContext } from './search-attachment';
import { searchedOf } from './searched';

/**
 * The same without what was found in it: a picture with black areas, which the picture editor shows as marks of the person's
 * own, or a text. Of what is neither, its text is what is left. What moves comes back as it was: nothing can be taken out
 * of its frames. Throws as the media process does.
 */
export async function redactAttachment(attachment: Attachment, context: SearchContext): Promise<Attachment> {
  const searched = searchedOf(attachment);
  switch (searched?.type) {
    case 'picture':
      return attachment.kind === 'image' ? await redactPicture(attachment, searched.picture, context) : attachment;
    case 'pages': {
      const pages = await Promise.all(
        (await pageTexts(searched, context)).map(async (page) => ({
          ...page,
          text: await withoutSecrets(page.text, context),
        })),
      );
      return await asText(attachment, pdfText(searched.pdf, pages, { isCited: true }), context);
    }
    case 'parts': {
      if (attachment.kind === 'image' || attachment.kind === 'video') {
        return attachment;
      }
      const blobs = await Promise.all(searched.texts.map(({ sha256 }) => context.blobs.get(sha256)));
      const texts = await Promise.all(blobs.map((bytes) => withoutSecrets(Buffer.from(bytes).toString(), context)));
      return await asText(attachment, texts.join('\n\n'), context);
    }
    case undefined:
      return attachment;
  }
}

async function withoutSecrets(text: string, context: SearchContext): Promise<string> {
  return redactText(text, await findInText(text, context));
}

/** Nothing of the attachment is kept but this text. */
async function asText(attachment: Attachment, text: string, { blobs }: SearchContext): Promise<TextAttachment> {
  const { id, name, kind } = attachment;
  const languageId = kind === 'text' ? attachment.languageId : 'markdown';
  const lines = kind === 'text' && attachment.lines ? { lines: attachment.lines } : {};
  const wholeBytes = kind === 'text' ? attachment.wholeBytes : undefined;
  const source = await blobs.put(Buffer.from(text), 'text/plain');
  // What was prepared of other kinds names itself already.
  const sent =
    kind === 'text'
      ? await blobs.put(Buffer.from(attachedText({ name, languageId, ...lines }, text)), 'text/plain')
      : source;
  return {
    kind: 'text',
    id,
    name,
    source,
    ...(wholeBytes !== undefined && { wholeBytes }),
    languageId,
    ...lines,
    parts: [{ type: 'text', blob: sent }],
    preparedAs: nameOfPlan(textPlan),
    reasons: [
      ...(kind === 'text' ? attachment.reasons : []),
      kind === 'text'
        ? t('What may be secret was taken out of it.')
        : t('Its text is sent, without what may be secret. Its pictures are not.'),
    ],
  };
}
