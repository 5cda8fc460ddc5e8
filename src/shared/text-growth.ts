/** How a text came to be: what it was before, and what was added at its end. */
export interface TextGrowth {
  readonly from: string;
  readonly by: string;
}

const growths = new WeakMap<object, TextGrowth>();

/**
 * Remembers of which growth the text of a message is the result. To read one character of a text that was put together
 * from pieces, an engine copies the whole of it: with every piece of a long answer that takes longer than to show the piece.
 * @returns the message
 */
export function withGrowth<Message extends object>(message: Message, growth: TextGrowth): Message {
  growths.set(message, growth);
  return message;
}

/** @returns what was added last to the text of this message; undefined where that is not known */
export function growthOf(message: object): TextGrowth | undefined {
  return growths.get(message);
}
