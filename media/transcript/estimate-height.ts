import type { Message } from '../../src/shared/conversation';

/** Pixels, at VS Code's usual font size in a panel of usual width; a guess has to do until the message is seen. */
const lineHeight = 20;
const lettersPerLine = 60;
const pictureHeight = 80;
const around = 60;

/** About how high a message will be, in pixels. */
export function estimateHeight(message: Message): number {
  const media = message.role === 'user' && message.attachments.length > 0 ? pictureHeight : 0;
  let lines = 0;
  for (const line of message.text.split('\n')) {
    lines += Math.ceil(line.length / lettersPerLine);
  }
  return around + media + lines * lineHeight;
}
