import { t } from '@vscode/l10n';
import type { DocumentContent, DocumentPiece } from '../document-service';
import { language } from '../../shared/language';

/** Characters that are read of one document, about a quarter of a million tokens. */
const maxCharacters = 1024 * 1024;
const maxPictures = 200;
const maxPictureBytes = 128 * 1024 * 1024;
/** Items of one list follow each other without an empty line. */
const listItem = /^\s*(-|\d+\.) /;

export interface FoundPicture {
  /** The same for the same bytes, for instance the name of their part. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly bytes: Uint8Array;
}

/** Puts the text of a document and its pictures together in their order. */
export class ContentBuilder {
  readonly #pieces: DocumentPiece[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #notes = new Set<string>();
  readonly #leftOut = new Map<string, number>();
  #text = '';
  #endsWithItem = false;
  #waiting: DocumentPiece[] = [];
  #characters = 0;
  #pictureBytes = 0;

  /** More than this is not read; `finish` says so. */
  get isFull(): boolean {
    return this.#characters >= maxCharacters;
  }

  /** A block of Markdown, then the pictures that were found since the last one. */
  add(markdown: string): void {
    const rest = maxCharacters - this.#characters;
    const block = markdown.length > rest ? markdown.slice(0, rest) : markdown;
    if (block.trim() !== '') {
      const isItem = listItem.test(block);
      this.#text += `${this.#text === '' ? '' : isItem && this.#endsWithItem ? '\n' : '\n\n'}${block.trimEnd()}`;
      this.#endsWithItem = isItem;
      this.#characters += block.length;
    }
    if (markdown.length > rest) {
      this.note(
        t('Only its first {0} characters are sent; the rest is left out.', maxCharacters.toLocaleString(language())),
      );
      this.#text += '\n\n[The rest of the document is left out here.]';
      this.#characters = maxCharacters;
    }
    if (this.#waiting.length > 0) {
      this.#flush();
      this.#pieces.push(...this.#waiting);
      this.#waiting = [];
    }
  }

  /** Keeps a picture for behind the block it is in; gives the words that stand in its place. */
  picture({ name, description = '', bytes }: FoundPicture): string {
    const words = description.replace(/[\s[\]]+/g, ' ').trim();
    const known = this.#numbers.get(name);
    if (known !== undefined) {
      return `[Picture ${known} again]`;
    }
    const format = unsendable(bytes);
    if (format !== undefined) {
      this.#leave(format);
      return `[A picture in the format ${format}, left out${words === '' ? '' : `: ${words}`}]`;
    }
    if (this.#numbers.size >= maxPictures || this.#pictureBytes + bytes.byteLength > maxPictureBytes) {
      this.note(t('Only its first {0} pictures are read; the others are left out.', this.#numbers.size));
      return `[A picture, left out${words === '' ? '' : `: ${words}`}]`;
    }
    const number = this.#numbers.size + 1;
    this.#numbers.set(name, number);
    this.#pictureBytes += bytes.byteLength;
    this.#waiting.push({ type: 'picture', name, bytes });
    return `[Picture ${number}${words === '' ? '' : `: ${words}`}]`;
  }

  /** Says what is left out, as a sentence. */
  note(sentence: string): void {
    this.#notes.add(sentence);
  }

  finish(format: string): DocumentContent {
    this.add('');
    this.#flush();
    const leftOut = Array.from(this.#leftOut, ([name, count]) =>
      count === 1
        ? t("A picture in it is left out: its format {0} can't be shown here.", name)
        : t("{0} pictures in it are left out: their format {1} can't be shown here.", count, name),
    );
    return { format, pieces: this.#pieces, notes: [...this.#notes, ...leftOut] };
  }

  #leave(format: string): void {
    this.#leftOut.set(format, (this.#leftOut.get(format) ?? 0) + 1);
  }

  #flush(): void {
    if (this.#text !== '') {
      this.#pieces.push({ type: 'text', text: this.#text });
      this.#text = '';
    }
  }
}

/** Name of a format that office programs use and nothing here can draw; undefined for all others. */
function unsendable(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64));
  if (start.length >= 44 && start.readUInt32LE(0) === 1 && start.toString('latin1', 40, 44) === ' EMF') {
    return 'EMF';
  }
  const isWmf = start.length >= 4 && [0x9ac6cdd7, 0x00090001].includes(start.readUInt32LE(0));
  return isWmf ? 'WMF' : undefined;
}
