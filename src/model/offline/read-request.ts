import type { ContentPart, ImagePart, ModelMessage } from '../messages';
import { isImageLabel, namedImages } from './image-label';
import { introduction } from './introduction';

/** What there is to answer, picked out of a conversation. */
export interface OfflineRequest {
  readonly question: string;
  readonly images: readonly ImagePart[];
  readonly texts: readonly AttachedText[];
  /** The pictures and texts are those of an earlier question, and were told in an answer to it. */
  readonly isTold: boolean;
  /** The beginning of the answer where it is to be continued, else empty. */
  readonly answerSoFar: string;
}

/** A text file or selection that was attached. */
export interface AttachedText {
  /** Its name, with the lines if only some were attached. */
  readonly label: string;
  /** VS Code language identifier; may be empty. */
  readonly languageId: string;
  readonly text: string;
}

/** A line that names the text, then the text in a fence that goes on to the end. */
const attachedText = /^(?<label>[^\n]+):\n(?<fence>`{3,})(?<languageId>[^\n`]*)\n(?<text>[^]*)\n\k<fence>$/;

type UserMessage = Extract<ModelMessage, { role: 'user' }>;

/** A question without attachments of its own is about those of the last question that had some. */
export function readRequest(messages: readonly ModelMessage[]): OfflineRequest {
  const last = messages.at(-1);
  const previous = messages.at(-2);
  const isContinued = last?.role === 'user' && previous?.role === 'assistant' && /^continue\b/i.test(questionOf(last));
  const asked = isContinued ? messages.slice(0, -2) : messages;
  const questions = asked.filter((message) => message.role === 'user');
  const source = questions.findLast((message) => hasAttachment(message));
  const since = source ? asked.slice(asked.indexOf(source)) : [];
  return {
    question: questionOf(questions.at(-1)),
    images: namedImages(source?.content ?? []),
    isTold: since.some((message) => message.role === 'assistant' && message.text.startsWith(introduction)),
    texts: source?.content.flatMap((part) => attachedTextOf(part) ?? []) ?? [],
    answerSoFar: isContinued ? previous.text : '',
  };
}

function hasAttachment({ content }: UserMessage): boolean {
  return content.some((part) => part.type === 'image' || attachedTextOf(part) !== undefined);
}

function questionOf(message: UserMessage | undefined): string {
  return (message?.content ?? [])
    .flatMap((part, index, parts) =>
      part.type === 'text' && attachedTextOf(part) === undefined && !isImageLabel(part, parts[index + 1])
        ? [part.text]
        : [],
    )
    .join('\n')
    .trim();
}

function attachedTextOf(part: ContentPart): AttachedText | undefined {
  const groups = part.type === 'text' ? attachedText.exec(part.text)?.groups : undefined;
  return groups && { label: groups['label'] ?? '', languageId: groups['languageId'] ?? '', text: groups['text'] ?? '' };
}
