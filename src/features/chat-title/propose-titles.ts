import type { Attachment } from '../../shared/attachment/attachment';
import type { ConversationState } from '../../shared/conversation';
import { titleOf } from '../../conversation/title';

const maxTitles = 3;
const maxLength = 60;
/** Words that begin a question and say nothing of what it is about, in English and German. */
const politeness =
  /^(?:(?:hi|hello|hey|hallo|please|bitte|(?:can|could|would|will) you(?: please)?|i (?:want|need|would like)(?: you)? to|kannst du|könntest du)\b[\s,!.]*)+/i;
/** A question that could be asked about anything: its attachments say what it is about. */
const vague = /\b(?:this|that|these|those|it|here|attached|das|dies\w*|hier)\b/i;

/** Names for a chat, made of what was asked, what was attached and how the answer begins; the best first. */
export function proposeTitles({ messages, title }: Pick<ConversationState, 'messages' | 'title'>): readonly string[] {
  const question = messages.find((message) => message.role === 'user');
  const answer = messages.find((message) => message.role === 'assistant' && message.text !== '');
  if (!question) {
    return [];
  }
  const asked = tidy(question.text === '' ? '' : titleOf({ text: question.text, attachments: [] }));
  const about = subjectOf(question.attachments);
  const named = about === '' ? '' : asked === '' ? about : shorten(`${about}: ${asked}`);
  const heading = answer?.role === 'assistant' ? headingOf(answer.text) : '';
  const candidates = vague.test(asked) ? [named, heading, asked] : [asked, named, heading];
  const others = candidates.filter((candidate) => candidate !== '' && candidate !== title);
  return [...new Set(others)].slice(0, maxTitles);
}

function tidy(text: string): string {
  const plain = text.replace(politeness, '').replace(/[\s.:;,]+$/, '');
  const [first = ''] = plain;
  return first.toUpperCase() + plain.slice(first.length);
}

/** Names without extensions; of many the first. */
function subjectOf(attachments: readonly Attachment[]): string {
  return shorten(
    attachments
      .slice(0, 2)
      .map(({ name }) => name.replace(/\.[^./\\]{1,8}$/, '').replace(/\s+/g, ' '))
      .join(', '),
  );
}

/** The first heading of an answer. */
function headingOf(text: string): string {
  const heading = /^#{1,4}\s+(.+?)\s*#*$/m.exec(text)?.[1] ?? '';
  return shorten(heading.replace(/[*_`[\]]/g, '').trim());
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength).join('').trimEnd()}…`;
}
