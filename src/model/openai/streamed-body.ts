import type { StoredMedia } from '../messages';
import { unreadableMedia } from '../stored-media';
import { placeholderPattern, type StoredPart, type StoredParts } from './stored-parts';

/** JSON whose stored media is read from disk, piece by piece, while it is sent; it can be sent again. */
export class StreamedBody {
  readonly #pieces: readonly (Buffer | StoredPart)[];
  /** Exact: servers and proxies are picky about bodies of unknown length. */
  readonly byteLength: number;

  private constructor(pieces: readonly (Buffer | StoredPart)[]) {
    this.#pieces = pieces;
    this.byteLength = pieces.reduce(
      (sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.byteLength : base64Length(piece.media.byteLength)),
      0,
    );
  }

  /** Undefined where the JSON holds no placeholder of a stored part. */
  static from(json: string, stored: StoredParts): StreamedBody | undefined {
    const pieces: (Buffer | StoredPart)[] = [];
    let end = 0;
    for (const { 0: placeholder, index } of stored.size === 0 ? [] : json.matchAll(placeholderPattern)) {
      const part = stored.get(placeholder);
      if (part) {
        pieces.push(Buffer.from(json.slice(end, index)), part);
        end = index + placeholder.length;
      }
    }
    return end === 0 ? undefined : new StreamedBody([...pieces, Buffer.from(json.slice(end))]);
  }

  /** Throws `ModelError` of kind `mediaUnreadable` where the bytes of a part are gone or have changed. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (const piece of this.#pieces) {
      if (Buffer.isBuffer(piece)) {
        yield piece;
      } else {
        try {
          yield* base64Of(piece.media);
        } catch (error) {
          throw unreadableMedia(piece.name, error);
        }
      }
    }
  }
}

function base64Length(byteLength: number): number {
  return Math.ceil(byteLength / 3) * 4;
}

/** Three bytes are four characters: what is left of a piece is encoded with the next. */
async function* base64Of({ read }: StoredMedia): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const { buffer, byteOffset, byteLength } of read()) {
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const whole = rest.byteLength === 0 ? bytes : Buffer.concat([rest, bytes]);
    const encodable = whole.byteLength - (whole.byteLength % 3);
    yield Buffer.from(whole.toString('base64', 0, encodable), 'latin1');
    rest = Buffer.from(whole.subarray(encodable));
  }
  if (rest.byteLength > 0) {
    yield Buffer.from(rest.toString('base64'), 'latin1');
  }
}
