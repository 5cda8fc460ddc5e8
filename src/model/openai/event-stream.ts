export interface ServerEvent {
  /** The `event:` field; empty when there was none. */
  readonly name: string;
  /** The `data:` lines, joined by line feeds. */
  readonly data: string;
}

/**
 * Reads server-sent events from bytes that arrive in any portions, as the HTML standard describes them
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream). Takes time linear in the
 * bytes, however they are cut and however long a line is.
 */
export class EventStreamParser {
  readonly #decoder = new TextDecoder();
  /** Pieces of the line that has not ended yet. */
  #line: string[] = [];
  #afterCarriageReturn = false;
  #name = '';
  #data: string[] = [];

  /** Returns the events that these bytes complete. */
  push(bytes: Uint8Array): ServerEvent[] {
    return this.#read(this.#decoder.decode(bytes, { stream: true }));
  }

  /** At the end of the bytes, returns the event whose closing blank line never came. */
  end(): ServerEvent | undefined {
    const events = this.#read(`${this.#decoder.decode()}\n\n`);
    return events[0];
  }

  #read(text: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    const lineEnd = /\r\n|\r|\n/g;
    let start = 0;
    if (this.#afterCarriageReturn && text !== '') {
      // The line feed of a CRLF pair that was cut in two.
      start = lineEnd.lastIndex = text.startsWith('\n') ? 1 : 0;
      this.#afterCarriageReturn = false;
    }
    for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
      const line = this.#line.join('') + text.slice(start, match.index);
      this.#line = [];
      start = lineEnd.lastIndex;
      this.#afterCarriageReturn = match[0] === '\r' && start === text.length;
      const event = this.#take(line);
      if (event) {
        events.push(event);
      }
    }
    if (start < text.length) {
      this.#line.push(text.slice(start));
    }
    return events;
  }

  #take(line: string): ServerEvent | undefined {
    if (line === '') {
      const event = this.#data.length > 0 ? { name: this.#name, data: this.#data.join('\n') } : undefined;
      this.#name = '';
      this.#data = [];
      return event;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'event') {
      this.#name = value;
    }
    return undefined;
  }
}
