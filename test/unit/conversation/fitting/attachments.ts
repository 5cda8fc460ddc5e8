import type {
  Attachment,
  ImageAttachment,
  PdfAttachment,
  TextAttachment,
} from '../../../../src/shared/attachment/attachment';
import type { Message, UserMessage } from '../../../../src/shared/conversation';

/** A name that is as unique as a hash. */
export function blobOf(name: string, byteLength: number, mediaType = 'image/png') {
  return { sha256: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64), mediaType, byteLength };
}

/** For GPT-4o it is 765 tokens whole, and 85 as a thumbnail. */
export function picture(name: string, { side = 1_024, bytes = 300_000 } = {}): ImageAttachment {
  const blob = { ...blobOf(name, bytes), width: side, height: side };
  const thumbnail = { ...blobOf(`small ${name}`, 9_000), width: 256, height: 256 };
  const base = { kind: 'image', id: `id of ${name}`, name, reasons: [], options: {} } as const;
  return { ...base, source: blob, thumbnail, parts: [{ type: 'image', blob }] };
}

export function textFile(name: string, bytes: number): TextAttachment {
  const blob = blobOf(name, bytes, 'text/plain');
  const base = { kind: 'text', id: `id of ${name}`, name, reasons: [], languageId: 'text' } as const;
  return { ...base, source: blob, parts: [{ type: 'text', blob }] };
}

/** Pages as text, with pictures of some. */
export function pagedFile(name: string, { textBytes = 4_000, pictures = 3 } = {}): PdfAttachment {
  const page = picture(name).parts;
  const base = { kind: 'pdf', id: `id of ${name}`, name, reasons: [], options: {}, pageCount: 9 } as const;
  return {
    ...base,
    source: blobOf(name, 1_000_000, 'application/pdf'),
    scannedPages: [],
    figurePages: [],
    parts: [
      { type: 'text', blob: blobOf(`text of ${name}`, textBytes, 'text/plain') },
      ...Array.from({ length: pictures }, () => page).flat(),
    ],
  };
}

let count = 0;

export function question(attachments: readonly Attachment[], change: Partial<UserMessage> = {}): UserMessage {
  return { role: 'user', id: `q${count++}`, createdAt: 1, text: 'What is it?', attachments, ...change };
}

export function answered(...questions: readonly UserMessage[]): readonly Message[] {
  const model = { endpoint: 'Server', model: 'gpt-4o' };
  return questions.flatMap((asked, index) => [
    asked,
    ...(index === questions.length - 1
      ? []
      : [
          {
            role: 'assistant',
            id: `a of ${asked.id}`,
            createdAt: 1,
            model,
            text: 'It is one.',
            reasoning: '',
            status: 'complete',
          } as const,
        ]),
  ]);
}
