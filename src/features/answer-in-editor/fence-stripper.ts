const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;

/**
 * Takes an answer as it streams and gives back what belongs in a file: where the answer begins with a code fence, only
 * what that fence holds, else all of it. Complete lines come out as they arrive; a line that could still become a
 * fence waits until it is whole.
 */
export class FenceStripper {
  #state: 'start' | 'fenced' | 'closed' | 'plain' = 'start';
  #fence = '';
  #depth = 0;
  /** Text that can't be judged yet: the line being written, with the line break before it inside a fence. */
  #held = '';
  #emittedLine = false;
  /** Part of the current line is out already: it was no fence. */
  #partial = false;
  #language = '';

  /** Word after the opening fence, empty where there is none; known once the first text has come out. */
  get language(): string {
    return this.#language;
  }

  push(text: string): string {
    if (this.#state === 'plain') {
      return text;
    }
    if (this.#state === 'closed') {
      return '';
    }
    this.#held += text;
    let output = '';
    for (;;) {
      const end = this.#held.indexOf('\n');
      if (end < 0) {
        return output + this.#releasePartialLine();
      }
      const line = this.#held.slice(0, end).replace(/\r$/, '');
      this.#held = this.#held.slice(end + 1);
      output += this.#takeLine(line);
      if (this.#isPlain()) {
        const rest = this.#held;
        this.#held = '';
        return output + rest;
      }
      if (this.#isClosed()) {
        this.#held = '';
        return output;
      }
    }
  }

  /** What was still held when the answer ended. */
  end(): string {
    const rest = this.#held;
    this.#held = '';
    if (this.#state === 'closed' || rest === '') {
      return '';
    }
    if (this.#state === 'fenced') {
      return this.#partial ? rest : this.#takeLine(rest);
    }
    return this.#state === 'start' && opening.test(rest) ? '' : rest;
  }

  #isPlain(): boolean {
    return this.#state === 'plain';
  }

  #isClosed(): boolean {
    return this.#state === 'closed';
  }

  #takeLine(line: string): string {
    if (this.#state === 'start') {
      return this.#takeFirstLine(line);
    }
    if (this.#partial) {
      this.#partial = false;
      return line;
    }
    const marker = line.trim();
    if (marker.startsWith(this.#fence)) {
      const info = marker.replace(/^(`+|~+)/, '');
      if (info !== '') {
        this.#depth += 1;
      } else if (this.#depth > 0) {
        this.#depth -= 1;
      } else {
        this.#state = 'closed';
        return '';
      }
    }
    return this.#lineBreak() + line;
  }

  #takeFirstLine(line: string): string {
    if (line.trim() === '') {
      return '';
    }
    const match = opening.exec(line);
    if (!match) {
      this.#state = 'plain';
      return `${line}\n`;
    }
    this.#state = 'fenced';
    this.#fence = match[1] ?? '';
    this.#language = match[2] ?? '';
    return '';
  }

  #releasePartialLine(): string {
    const held = this.#held;
    if (held === '' || couldBeFence(held)) {
      return '';
    }
    this.#held = '';
    if (this.#state === 'start') {
      this.#state = 'plain';
      return held;
    }
    if (this.#partial) {
      return held;
    }
    this.#partial = true;
    return this.#lineBreak() + held;
  }

  /** The break before a line comes out with that line: the one before the closing fence belongs to the fence. */
  #lineBreak(): string {
    const lineBreak = this.#emittedLine ? '\n' : '';
    this.#emittedLine = true;
    return lineBreak;
  }
}

function couldBeFence(partialLine: string): boolean {
  return /^\s*(`|~|$)/.test(partialLine);
}
