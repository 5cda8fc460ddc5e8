import type { ChatDirectory, ChatFile } from './chat-directory';
import { readJournal, type JournalContent } from './read-journal';

/** A journal that another window writes. Nothing is read while it stays as it is, and what was added is read by itself. */
export class FollowedJournal {
  readonly #directory: ChatDirectory;
  readonly #id: string;
  #last: { readonly file: ChatFile; readonly content: JournalContent } | undefined;

  constructor(directory: ChatDirectory, id: string) {
    this.#directory = directory;
    this.#id = id;
  }

  /** What it holds now; the same `state` as before while nothing was written. Undefined when there is none. */
  async read(): Promise<JournalContent | undefined> {
    const file = await this.#directory.readChanged(this.#id, this.#last?.file.stamp);
    if (file === 'unchanged') {
      return this.#last?.content;
    }
    this.#last = file && { file, content: this.#contentOf(file) };
    return this.#last?.content;
  }

  #contentOf({ bytes }: ChatFile): JournalContent {
    const before = this.#last;
    const length = before?.file.bytes.byteLength ?? 0;
    // Sync tools replace files: what was read must still be there, byte for byte.
    const isLonger =
      before?.content.clean === true && Buffer.compare(bytes.subarray(0, length), before.file.bytes) === 0;
    return isLonger ? readJournal(this.#id, bytes.subarray(length), before.content) : readJournal(this.#id, bytes);
  }
}
