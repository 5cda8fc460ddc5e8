import { claimedReasoning } from '../../../shared/claimed-reasoning';
import { endsThoughts } from './ends-thoughts';

/** A piece of an answer's content: what the model thinks, or what it says. */
export interface ContentPiece {
  readonly type: 'text' | 'reasoning';
  readonly text: string;
  /** All text before it was thoughts too. */
  readonly claimsText?: true;
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
const lonelyOpen = '<think>';

/**
 * Takes the thoughts out of an answer that begins with one of the tags, wherever its pieces are cut. A tag that is never
 * closed makes all that follows thoughts; tags later in the text stay text, since they are what the answer is about.
 *
 * Where a chat template has written the opening tag into the prompt (DeepSeek, Qwen), the content holds only the closing
 * one, and what stands before it are the thoughts: so vLLM's and llama.cpp's parsers take it too
 * (https://github.com/vllm-project/vllm/issues/13125). They have been given out as text by then, and are claimed.
 * After an opening tag anywhere in the text no closing one is alone: the answer is about them.
 */
export class ThinkingTags {
  #state: 'beginning' | 'thinking' | 'answering' | 'said' = 'beginning';
  #close = '';
  /** What may be, or belong to, a tag that has not come whole; and white space that a tag may follow. */
  #held = '';
  #hasThought = false;
  /** What was said while the only closing tag may still come; undefined when it can't any more. */
  #said: string[] | undefined = [];
  /** The end of it, in which that tag may have begun. */
  #tail = '';

  /** The thoughts come in a field of their own: a lone closing tag is no end of others. */
  expectNoLonelyClose(): void {
    this.#said = undefined;
  }

  /** Returns what the next piece of the content makes certain. */
  push(text: string): ContentPiece[] {
    if (this.#state === 'said') {
      return this.#say(text);
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
      this.#said = undefined;
      this.#held = start.slice(tag[0].length);
      this.#state = 'thinking';
    } else if (!tags.some(([open]) => open.startsWith(start))) {
      const said = this.#held;
      this.#held = '';
      this.#state = 'said';
      pieces.push(...this.#say(said));
    }
  }

  #say(text: string): ContentPiece[] {
    const end = this.#lonelyEnd(text);
    if (end === undefined) {
      return piece('text', text);
    }
    this.#said = undefined;
    this.#state = 'answering';
    this.#held = text.slice(end);
    const pieces: ContentPiece[] = [
      ...piece('text', text.slice(0, end)),
      { type: 'reasoning', text: '', claimsText: true },
    ];
    this.#answer(pieces);
    return pieces;
  }

  /** Where in this piece of the text a lone closing tag ends the thoughts before it. */
  #lonelyEnd(text: string): number | undefined {
    if (!this.#said) {
      return undefined;
    }
    const recent = this.#tail + text;
    const open = recent.indexOf(lonelyOpen);
    const unopened = open === -1 ? recent : recent.slice(0, open);
    for (let place = unopened.indexOf(lonelyClose); place !== -1; place = unopened.indexOf(lonelyClose, place + 1)) {
      const end = place + lonelyClose.length - this.#tail.length;
      const before = this.#said.join('') + text.slice(0, end);
      if (endsThoughts(before.slice(0, -lonelyClose.length))) {
        return end;
      }
    }
    if (open !== -1) {
      this.#said = undefined;
      return undefined;
    }
    this.#said.push(text);
    this.#tail = recent.slice(1 - lonelyClose.length);
    return undefined;
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

/** Splits a whole content, the thoughts before a lone closing tag too. */
export function splitWhole(content: string): ContentPiece[] {
  const parser = new ThinkingTags();
  const pieces = [...parser.push(content), ...parser.end()];
  const claim = pieces.findIndex(({ claimsText }) => claimsText);
  return claim === -1
    ? pieces
    : [
        ...piece(
          'reasoning',
          claimedReasoning(
            pieces
              .slice(0, claim)
              .map(({ text }) => text)
              .join(''),
          ),
        ),
        ...pieces.slice(claim + 1),
      ];
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
