import type { Message } from '../../src/shared/conversation';

/** What of a message takes room, counted once: a long chat asks for it again whenever the panel gets another width. */
interface Extent {
  /** Pixels in a column of any width. */
  readonly fixed: number;
  /** Letters of lines that are wrapped. */
  readonly letters: number;
}

/*
 * Pixels at VS Code's usual font size, fitted to answers of 1 to 3 KB in columns of 250 to 830 pixels, where they are right to
 * some percent. The guess has to do until the message is seen.
 */
/** The area of a letter in a wrapped line, with what is left empty at the end of each. */
const letterArea = 148;
const codeLine = 18;
const fence = 36;
const tableRow = 32;
/** What a line of text has around it, and the part of its last line that it leaves empty. */
const aroundLine = 9;
const aroundAnswer = 53;
const aroundQuestion = 17;
const picture = 158;

const known = new WeakMap<Message, Extent>();

/**
 * About how high a message will be, in pixels.
 *
 * @param width of the column of messages, in pixels
 */
export function estimateHeight(message: Message, width: number): number {
  let extent = known.get(message);
  if (!extent) {
    extent = extentOf(message);
    known.set(message, extent);
  }
  return Math.round(extent.fixed + (extent.letters * letterArea) / width);
}

function extentOf(message: Message): Extent {
  const isQuestion = message.role === 'user';
  let fixed = isQuestion ? aroundQuestion + (message.attachments.length > 0 ? picture : 0) : aroundAnswer;
  let letters = 0;
  let isCode = false;
  for (const line of message.text.split('\n')) {
    const text = line.trim();
    if (text.startsWith('```') && !isQuestion) {
      isCode = !isCode;
      fixed += fence;
    } else if (isCode) {
      fixed += codeLine;
    } else if (text.startsWith('|') && !isQuestion) {
      fixed += tableRow;
    } else if (text !== '') {
      fixed += aroundLine;
      letters += text.length;
    }
  }
  return { fixed, letters };
}
