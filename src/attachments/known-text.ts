import type { Attachment } from '../shared/attachment/attachment';
import { allPages, formatPageRange } from '../shared/parse-page-range';
import type { DerivedForms } from '../store/derived-forms';
import { arrayOf, isString } from '../store/guard';

/** Text that was made before of what an attachment shows or says; undefined where there is none. Nothing is made now. */
export async function knownText(attachment: Attachment, derived: DerivedForms): Promise<string | undefined> {
  switch (attachment.kind) {
    case 'audio':
    case 'video':
      return attachment.options.transcript;
    case 'image': {
      const parts = attachment.parts.flatMap((part) => (part.type === 'image' ? [part.blob] : []));
      const read = async (sha256: string) => await derived.get({ source: sha256, form: 'recognizedText' }, isString);
      const texts = await Promise.all(parts.map(({ sha256 }) => read(sha256)));
      return texts.includes(undefined) ? await read(attachment.source.sha256) : texts.join('\n\n');
    }
    case 'pdf': {
      const { source, pageCount, options } = attachment;
      const pages = options.pages ?? formatPageRange(allPages(pageCount));
      const key = { source: source.sha256, form: 'pdfTexts', settings: { pages } };
      return (await derived.get(key, arrayOf(isString)))?.join('\n\n');
    }
    case 'document':
    case 'text':
    case 'link':
      return undefined;
  }
}
