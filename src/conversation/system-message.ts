import type { ModelMessage } from '../model/messages';

/** Instructions that hold in a place: a folder of the workspace. */
export interface Instructions {
  /** Where they come from, in words for the model: "the workspace (.iris/instructions.md)". */
  readonly origin: string;
  readonly text: string;
  /** They hold for a part of the workspace only, and so are named even when there are no others. */
  readonly isPartial?: boolean;
}

export interface SystemMessageOptions {
  /** From the widest place to the nearest. */
  readonly instructions: readonly Instructions[];
  /** The chat's own. */
  readonly systemPrompt?: string | undefined;
}

/** One message for all instructions, since many servers take only one and only at the start; undefined when there are none. */
export function systemMessage({ instructions, systemPrompt = '' }: SystemMessageOptions): ModelMessage | undefined {
  const ofChat: Instructions = { origin: 'this chat', text: systemPrompt };
  const parts = [...instructions, ofChat].filter(({ text }) => text.trim() !== '');
  const [first] = parts;
  if (!first) {
    return undefined;
  }
  // Alone they go as they are: nothing has to be told apart.
  const text =
    parts.length === 1 && !first.isPartial
      ? first.text.trim()
      : parts.map(({ origin, text: words }) => `# Instructions of ${origin}\n\n${words.trim()}`).join('\n\n');
  return { role: 'system', text };
}
