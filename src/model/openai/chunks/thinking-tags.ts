/** A piece of an answer's content: what the model thinks, or what it says. */
export interface ContentPiece {
  readonly type: 'text' | 'reasoning';
  readonly text: string;
}

/**
 * Tags that models put around their thoughts where no reasoning parser of the server takes them out: DeepSeek, Qwen and
 * most others, Gemini, Seed-OSS, Kimi-VL, Magistral.
 */
const tags: readonly (readonly [open: string, close: string])[] = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['<thought>', '</thought>'],
  ['<thoughts>', '</thoughts>'],
  ['<reasoning>', '</reasoning>'],
  ['<seed:think>', '</seed:think>'],
  ['◁think▷', '◁/think▷'],
  ['[THINK]', '[/THINK]'],
];

/** The only one that is known to come without its opening tag. */
const lonelyClose = '</think>';

/**
 * Takes the thoughts out of an answer that begins with one of the tags, wherever its pieces are cut. A tag that is never
 * closed makes all that follows thoughts; tags later in the text stay text, since they are what the answer is about.
 */
export class ThinkingTags {
  #state: 'beginning' | 'thinking' | 'answering' | 'said' = 'beginning';
  #close = '';
  /** What may be, or belong to, a tag that has not come whole; and white space that a tag may follow. */
  #held = '';
  #hasThought = false;

  /** Returns what the next piece of the content makes certain. */
  push(text: string): ContentPiece[] {
    if (this.#state === 'said') {
      return piece('text', text);
    }
    this.#held += text;
    const pieces: ContentPiece[] = [];
    if (this.#state === 'beginning') {
      this.#begin(pieces);
    }
    if (this.#state === 'thinking') {
      this.#think(pieces);
    }
    if (this.#state === 'answering') {
      this.#answer(pieces);
    }
    return pieces;
  }

  /** Returns what was held back, when no more comes. */
  end(): ContentPiece[] {
    const held = this.#held;
    this.#held = '';
    return piece(
      this.#state === 'thinking' ? 'reasoning' : 'text',
      this.#state === 'beginning' ? held : held.trimEnd(),
    );
  }

  #begin(pieces: ContentPiece[]): void {
    const start = this.#held.trimStart();
    const tag = tags.find(([open]) => start.startsWith(open));
    if (tag) {
      [, this.#close] = tag;
      this.#held = start.slice(tag[0].length);
      this.#state = 'thinking';
    } else if (!tags.some(([open]) => open.startsWith(start))) {
      pieces.push(...piece('text', this.#held));
      this.#held = '';
      this.#state = 'said';
    }
  }

  #think(pieces: ContentPiece[]): void {
    if (!this.#hasThought) {
      this.#held = this.#held.trimStart();
    }
    const end = this.#held.indexOf(this.#close);
    const thought = end === -1 ? this.#held.slice(0, certainLength(this.#held, this.#close)) : this.#held.slice(0, end);
    const said = end === -1 ? thought : thought.trimEnd();
    this.#hasThought ||= said !== '';
    pieces.push(...piece('reasoning', said));
    this.#held = end === -1 ? this.#held.slice(thought.length) : this.#held.slice(end + this.#close.length);
    if (end !== -1) {
      this.#state = 'answering';
    }
  }

  /** The empty lines between the closing tag and the answer belong to neither. */
  #answer(pieces: ContentPiece[]): void {
    const answer = this.#held.trimStart();
    this.#held = '';
    if (answer !== '') {
      this.#state = 'said';
      pieces.push(...piece('text', answer));
    }
  }
}

/**
 * Splits a whole content. Where a chat template has written the opening tag into the prompt (DeepSeek, Qwen), the
 * content holds only the closing one: what stands before it are the thoughts, as vLLM's and llama.cpp's parsers take it
 * too. In a stream such thoughts have been given out as text long before; there the tag stays in the text.
 */
export function splitWhole(content: string): ContentPiece[] {
  const parser = new ThinkingTags();
  const pieces = [...parser.push(content), ...parser.end()];
  if (pieces.length !== 1 || pieces[0]?.type !== 'text') {
    return pieces;
  }
  const end = content.indexOf(lonelyClose);
  return end === -1 || isInCode(content.slice(0, end))
    ? pieces
    : [
        ...piece('reasoning', content.slice(0, end).trim()),
        ...piece('text', content.slice(end + lonelyClose.length).trimStart()),
      ];
}

/** Whether what follows this text is still inside of a block or span of code. */
function isInCode(before: string): boolean {
  const fences = before.match(/^ {0,3}```/gm)?.length ?? 0;
  const ticks = before.slice(before.lastIndexOf('\n') + 1).match(/`+/g)?.length ?? 0;
  return fences % 2 === 1 || ticks % 2 === 1;
}

/** How much of a text can't be part of white space and a closing tag at its end. */
function certainLength(text: string, close: string): number {
  let length = text.length;
  for (let size = Math.min(close.length - 1, text.length); size > 0; size--) {
    if (close.startsWith(text.slice(-size))) {
      length -= size;
      break;
    }
  }
  return text.slice(0, length).trimEnd().length;
}

function piece(type: ContentPiece['type'], text: string): ContentPiece[] {
  return text === '' ? [] : [{ type, text }];
}
