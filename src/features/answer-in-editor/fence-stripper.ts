const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;

/** A first line that is longer than this is no "Here is the code:". */
const longestPreamble = 200;

export interface FenceStripperOptions {
  /**
   * The text goes into Markdown or plain text, where sentences and fences belong: only a fence that is itself marked as
   * Markdown is taken off.
   */
  readonly intoProse?: boolean;
}

/**
 * Takes an answer as it streams and gives back what belongs in a file: where the answer begins with a code fence, or
 * with one line and then a code fence, only what that fence holds; else all of it. A line that could still become a
 * fence waits until it is whole.
 */
export class FenceStripper {
  readonly #intoProse: boolean;
  #state: 'start' | 'fenced' | 'closed' | 'plain' = 'start';
  /** Text that can't be judged yet. */
  #held = '';
  #fence = '';
  #language = '';
  /** Fences inside the fence that are still open. */
  #depth = 0;
  /** A line of the fence is out already, so that a line break comes before the next one. */
  #hasLine = false;
  /** The beginning of the current line is out already: it is no fence. */
  #isInLine = false;

  constructor({ intoProse = false }: FenceStripperOptions = {}) {
    this.#intoProse = intoProse;
  }

  /** Word after the opening fence, empty where there is none; known once the first text has come out. */
  get language(): string {
    return this.#language;
  }

  push(text: string): string {
    this.#held += text;
    return (this.#state === 'start' ? this.#start(false) : '') + this.#release();
  }

  /** What was still held when the answer ended. */
  end(): string {
    const begun = this.#state === 'start' ? this.#start(true) : '';
    const released = begun + this.#release();
    return this.#state === 'fenced' ? released + this.#takeLine(this.#take()) : released;
  }

  /** Finds out whether the answer is fenced; gives back nothing, since `#release` follows. */
  #start(isEnd: boolean): '' {
    const lines = this.#held.split('\n');
    const first = lines.findIndex((line) => line.trim() !== '');
    const second = lines.findIndex((line, index) => index > first && line.trim() !== '');
    const isWhole = (index: number): boolean => isEnd || index < lines.length - 1;
    for (const index of this.#intoProse ? [first] : [first, second]) {
      const line = lines[index];
      if (first === -1 || (line === undefined && !this.#isLongPreamble(lines[first]) && !isEnd)) {
        return '';
      }
      if (line === undefined) {
        break;
      }
      if (!isWhole(index) && couldBeFence(line)) {
        return '';
      }
      const match = opening.exec(line.replace(/\r$/, ''));
      if (match && (!this.#intoProse || /^(markdown|md)$/i.test(match[2] ?? ''))) {
        this.#state = 'fenced';
        this.#fence = match[1] ?? '';
        this.#language = match[2] ?? '';
        this.#held = lines.slice(index + 1).join('\n');
        return '';
      }
    }
    this.#state = 'plain';
    this.#held = lines.slice(Math.max(0, first)).join('\n');
    return '';
  }

  #isLongPreamble(line: string | undefined): boolean {
    return line !== undefined && line.length > longestPreamble;
  }

  #release(): string {
    switch (this.#state) {
      case 'start':
        return '';
      case 'closed':
        this.#held = '';
        return '';
      case 'plain':
        return this.#take();
      case 'fenced':
        return this.#releaseLines();
    }
  }

  #releaseLines(): string {
    let output = '';
    for (let end = this.#held.indexOf('\n'); end >= 0; end = this.#held.indexOf('\n')) {
      const line = this.#held.slice(0, end).replace(/\r$/, '');
      this.#held = this.#held.slice(end + 1);
      output += this.#takeLine(line);
      if (this.#depth < 0) {
        this.#state = 'closed';
        this.#held = '';
        return output;
      }
    }
    if (this.#held === '' || (!this.#isInLine && couldBeFence(this.#held))) {
      return output;
    }
    // A carriage return may be the first half of a line break.
    const partial = this.#held.endsWith('\r') ? this.#held.slice(0, -1) : this.#held;
    this.#held = this.#held.slice(partial.length);
    output += (this.#isInLine ? '' : this.#lineBreak()) + partial;
    this.#isInLine = true;
    return output;
  }

  /** A whole line, or the rest of one. */
  #takeLine(line: string): string {
    if (this.#isInLine) {
      this.#isInLine = false;
      return line;
    }
    const [, marker = '', info = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*(.*)$/.exec(line) ?? [];
    if (marker.startsWith(this.#fence)) {
      this.#depth += info === '' ? -1 : 1;
    }
    return this.#depth < 0 ? '' : this.#lineBreak() + line;
  }

  /** The break before a line comes out with that line: the one before the closing fence belongs to the fence. */
  #lineBreak(): string {
    const lineBreak = this.#hasLine ? '\n' : '';
    this.#hasLine = true;
    return lineBreak;
  }

  #take(): string {
    const held = this.#held;
    this.#held = '';
    return held;
  }
}

function couldBeFence(partialLine: string): boolean {
  return /^ {0,3}(`|~|\r?$)/.test(partialLine);
}
