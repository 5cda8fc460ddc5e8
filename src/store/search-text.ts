import type { ConversationState } from '../shared/conversation';

/** Whether the chat's title, messages or attachment names hold every word. */
export function matchesQuery(state: ConversationState, words: readonly string[]): boolean {
  const texts = state.messages.flatMap((message) =>
    message.role === 'user' ? [message.text, ...message.attachments.map(({ name }) => name)] : [message.text],
  );
  const haystack = fold([state.title, ...texts].join('\n'));
  return words.every((word) => haystack.includes(word));
}

export function queryWords(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Makes letters equal that people take for equal. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
