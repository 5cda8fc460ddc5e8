import { collectResult } from '../../model/collect';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { ConversationState } from '../../shared/conversation';

const instruction =
  'Name this conversation in at most six words, in the language of its first question. Answer with the name alone: no quotation marks, no full stop, no Markdown.';
/** Characters of each message that are sent: what a chat is about shows at once. */
const maxMessageLength = 1_500;
const maxMessages = 4;
const maxTitleLength = 60;

/** What a model is sent to name a chat by: its first words, without its media. */
export function titleQuestion({ messages }: Pick<ConversationState, 'messages'>): string {
  const said = messages.slice(0, maxMessages).map((message) => {
    const names = message.role === 'user' ? message.attachments.map(({ name }) => `[attached: ${name}]`) : [];
    const text = [...names, message.text.slice(0, maxMessageLength)].join('\n');
    return `${message.role === 'user' ? 'Person' : 'Assistant'}: ${text}`;
  });
  return `${instruction}\n\n<conversation>\n${said.join('\n\n')}\n</conversation>`;
}

/** The name that a model gives to a chat; empty where it finds none. Throws `ModelError`. */
export async function askForTitle(text: string, model: MultimodalModel, signal: AbortSignal): Promise<string> {
  const answer = await collectResult(
    model.streamChat([{ role: 'user', content: [{ type: 'text', text }] }], { signal }),
  );
  const line = answer.text.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const title = line.replace(/^[\s"'“”„#*]+|[\s"'“”.*]+$/g, '');
  return [...title].slice(0, maxTitleLength).join('');
}
