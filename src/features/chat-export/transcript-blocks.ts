import { t } from '@vscode/l10n';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import type { AnswerMessage, Message } from '../../shared/conversation';

/** A message as people read it, whatever it is written as. */
export interface TranscriptBlock {
  readonly role: Message['role'];
  /** Who speaks. */
  readonly speaker: string;
  /** Which of several versions it is, as a sentence. */
  readonly version?: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly attachments: readonly Attachment[];
  /** Of a question as it was typed, of an answer Markdown. */
  readonly text: string;
  readonly reasoning: string;
  /** Other answers to the same question, made in the same request. */
  readonly others: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly spoken?: BlobReference;
  /** What went wrong, as sentences. */
  readonly notes: readonly string[];
}

export function transcriptBlock(message: Message): TranscriptBlock {
  return message.role === 'assistant'
    ? answerBlock(message)
    : {
        role: message.role,
        speaker: t('You'),
        time: message.createdAt,
        attachments: message.attachments,
        text: message.text,
        reasoning: '',
        others: [],
        sources: [],
        notes: [],
      };
}

function answerBlock(answer: AnswerMessage): TranscriptBlock {
  const { model, createdAt, text, reasoning, alternatives = [], citations = [], spoken } = answer;
  const words = [text, answer.refusal ?? '', text === '' ? (spoken?.transcript ?? '') : ''];
  return {
    role: 'assistant',
    speaker: `${model.model} · ${model.endpoint}`,
    time: createdAt,
    attachments: [],
    text: words.filter((part) => part !== '').join('\n\n'),
    reasoning,
    others: alternatives.map((other) => other.text).filter((other) => other !== ''),
    sources: citations.map(({ title, url }) => ({ title: title ?? url, url })),
    ...(spoken && { spoken: spoken.sound }),
    notes: notesOf(answer),
  };
}

function notesOf({ status, failure }: AnswerMessage): readonly string[] {
  const ending =
    status === 'stopped'
      ? t('This answer was stopped.')
      : status === 'interrupted'
        ? t('This answer was interrupted.')
        : undefined;
  return [ending, failure?.message].filter((note) => note !== undefined);
}
