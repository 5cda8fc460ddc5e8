import { t } from '@vscode/l10n';
import type { ModelTarget } from '../../model/model-target';
import type { DocumentAttachment, SentPart } from '../../shared/attachment/attachment';
import { messageOf } from '../../util/message-of';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { planImage } from '../image/plan-image';
import { readImage } from '../image/read-image';
import { attachedText } from '../text/attached-text';
import type { DocumentPlan } from './plan-document';
import { documentReasons } from './document-reasons';
import { readContent, type StoredPiece } from './stored-content';

export interface AssembleOptions {
  readonly attachment: DocumentAttachment;
  readonly plan: DocumentPlan;
  readonly target: ModelTarget;
  readonly context: PrepareContext;
}

/** Text and pictures in the order of the document: pictures are prepared as attached ones are, each after its text. */
export async function assembleDocument(options: AssembleOptions): Promise<DocumentAttachment> {
  const { attachment, plan, context } = options;
  const { blobs, signal } = context;
  const { pieces, notes } = await readContent(attachment, context);
  const pictures = pieces.filter(({ type }) => type === 'picture');
  const wanted = plan.pictures.send === 'first' ? pictures.slice(0, plan.pictures.count) : [];
  let prepared = 0;
  const outcomes = await Promise.all(
    wanted.map(async (piece, index) => {
      const outcome = await preparePicture(piece, index + 1, options);
      prepared += 1;
      context.progress(t('Preparing its pictures'), prepared / wanted.length);
      return [piece, outcome] as const;
    }),
  );
  const parts = new TextAndPictures(attachment.name);
  const found = new Map<StoredPiece, PreparedPicture>(outcomes);
  for (const piece of pieces) {
    if (piece.type === 'text') {
      parts.addText(Buffer.from(await blobs.get(piece.blob.sha256)).toString());
    } else {
      parts.addPicture(found.get(piece)?.parts ?? []);
    }
  }
  const sent: SentPart[] = [];
  for (const part of parts.finish()) {
    sent.push(
      typeof part === 'string' ? { type: 'text', blob: await blobs.put(Buffer.from(part), 'text/plain') } : part,
    );
  }
  signal.throwIfAborted();
  const problems = outcomes.flatMap(([, { problem }]) => problem ?? []);
  return {
    ...attachment,
    parts: sent,
    reasons: [...documentReasons(attachment, plan.pictures), ...notes, ...problems],
  };
}

interface PreparedPicture {
  readonly parts: readonly SentPart[];
  /** Why it is left out, as a sentence. */
  readonly problem?: string;
}

/** A picture that can't be read is no reason to leave out the document. */
async function preparePicture(
  { blob }: StoredPiece,
  number: number,
  { attachment, target, context }: AssembleOptions,
): Promise<PreparedPicture> {
  const name = `Picture ${number} in ${attachment.name}`;
  const { blobs, signal } = context;
  try {
    const bytes = await blobs.get(blob.sha256);
    const picture = await readImage({ id: attachment.id, file: { name, bytes }, source: blob }, context);
    const planned = planImage(picture, target);
    if (planned.status === 'obstructed') {
      return { parts: [] };
    }
    const { parts } = await planned.prepare({ ...context, progress: () => undefined });
    return { parts: parts.map((part) => (part.type === 'image' ? { label: `${name}:`, ...part } : part)) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AttachmentError) {
      return { parts: [], problem: messageOf(error) };
    }
    throw error;
  }
}

/** Joins texts that no sent picture divides, each in a fence that names the document. */
class TextAndPictures {
  readonly #name: string;
  readonly #parts: (string | SentPart)[] = [];
  #text: string[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  addText(text: string): void {
    this.#text.push(text);
  }

  addPicture(parts: readonly SentPart[]): void {
    if (parts.length > 0) {
      this.#endText();
      this.#parts.push(...parts);
    }
  }

  finish(): readonly (string | SentPart)[] {
    this.#endText();
    return this.#parts;
  }

  #endText(): void {
    if (this.#text.length > 0) {
      const isFirst = !this.#parts.some((part) => typeof part === 'string');
      const name = isFirst ? this.#name : `${this.#name}, continued`;
      this.#parts.push(attachedText({ name, languageId: 'markdown' }, this.#text.join('\n\n')));
      this.#text = [];
    }
  }
}
