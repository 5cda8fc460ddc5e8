import type { ModelMessage } from '../model/messages';

/**
 * Makes questions and answers take turns, as many servers demand: an answer that never began is left out, and what then
 * follows from the same side is joined, so that nothing said is lost.
 */
export function alternateRoles(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  const result: ModelMessage[] = [];
  for (const message of messages) {
    if (isEmpty(message)) {
      continue;
    }
    const last = result.at(-1);
    if (!last && message.role === 'assistant') {
      result.push({ role: 'user', content: [{ type: 'text', text: '[The question was here and is lost.]' }] }, message);
    } else if (last?.role === 'user' && message.role === 'user') {
      result[result.length - 1] = { role: 'user', content: [...last.content, ...message.content] };
    } else if (last?.role === 'assistant' && message.role === 'assistant') {
      result[result.length - 1] = { role: 'assistant', text: `${last.text}\n\n${message.text}` };
    } else {
      result.push(message);
    }
  }
  return result;
}

function isEmpty(message: ModelMessage): boolean {
  return message.role === 'user' ? message.content.length === 0 : message.text === '';
}
