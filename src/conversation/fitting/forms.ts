import type { Attachment, AttachmentKind, SentPart } from '../../shared/attachment/attachment';
import type { ReducedForm } from '../../shared/reduced-attachment';

/** One way to carry an attachment: parts of it, or words in its place. */
export interface Form {
  readonly name: 'whole' | ReducedForm;
  readonly parts: readonly SentPart[];
  /** Sent before the parts, in brackets. */
  readonly note?: string;
  /** Text that was once made of it, sent after the note. */
  readonly text?: string;
}

const nouns: Readonly<Record<AttachmentKind, string>> = {
  image: 'image',
  pdf: 'file',
  audio: 'sound',
  video: 'video',
  document: 'file',
  text: 'file',
  link: 'link',
};

/**
 * How an attachment of an earlier question can be carried: whole, as its small picture, as the text in it, or not at all.
 *
 * @param text was made of it before: what was read from a picture or spoken in a sound
 */
export function formsOf(attachment: Attachment, text: string | undefined): readonly Form[] {
  const { name, kind, parts, thumbnail } = attachment;
  const what = `${nouns[kind]} ${name}`;
  const texts = parts.filter((part) => part.type === 'text' && !part.isNote);
  const hasMedia = parts.some(({ type }) => type !== 'text');
  const forms: Form[] = [{ name: 'whole', parts }];
  if (hasMedia && thumbnail && texts.length === 0) {
    const small: SentPart = { type: 'image', blob: thumbnail, detail: 'low' };
    forms.push({ name: 'thumbnail', parts: [small], note: `The ${what} was here; this is a small picture of it.` });
  }
  if (hasMedia && texts.length > 0) {
    forms.push({ name: 'text', parts: texts, note: `Of the ${what}, only the text is left.` });
  } else if (hasMedia && text !== undefined && text.trim() !== '') {
    forms.push({ name: 'text', parts: [], note: `The ${what} was here; this is the text in it:`, text });
  }
  return [...forms, leftOut(attachment)];
}

export function leftOut({ name, kind }: Attachment): Form {
  return { name: 'leftOut', parts: [], note: `The ${nouns[kind]} ${name} was here and is left out.` };
}
