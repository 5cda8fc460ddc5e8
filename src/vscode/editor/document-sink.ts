import type { AnswerIndenter } from '../../features/answer-in-editor/answer-indenter';
import { BatchedWriter, type WriteOutcome } from '../../features/answer-in-editor/batched-writer';
import type { FenceStripper } from '../../features/answer-in-editor/fence-stripper';
import type { Disposable } from '../../util/disposable';
import type { EditorTarget } from './editor-target';

/** Time between two edits: about 20 a second, so that typing and rendering keep their turn. */
const pauseMilliseconds = 50;

export interface DocumentSinkOptions {
  /** Called with the first text; `language` is the word after the answer's code fence, if it had one. */
  readonly open: (language: string) => Promise<EditorTarget>;
  readonly createStripper: () => FenceStripper;
  readonly createIndenter: () => AnswerIndenter;
  /** Called once, when the text can't be written any more. */
  readonly onLost: (reason: Exclude<WriteOutcome, 'written'>) => void;
}

/** Takes an answer as a model writes it and puts what belongs into a document there. */
export class DocumentSink implements Disposable {
  readonly #options: DocumentSinkOptions;
  readonly #writer: BatchedWriter;
  #stripper: FenceStripper;
  #indenter: AnswerIndenter;
  #target: EditorTarget | undefined;
  #isEmpty = true;
  #isStopped = false;

  constructor(options: DocumentSinkOptions) {
    this.#options = options;
    this.#stripper = options.createStripper();
    this.#indenter = options.createIndenter();
    this.#writer = new BatchedWriter({
      write: async (text) => {
        this.#target ??= await options.open(this.#stripper.language);
        return this.#isStopped ? 'closed' : await this.#target.write(text);
      },
      pause: () => new Promise((resolve) => setTimeout(resolve, pauseMilliseconds)),
      onLost: (reason) => (this.#isStopped ? undefined : options.onLost(reason)),
    });
  }

  /** Nothing of the answer belonged into the document so far. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Text waits until the document is shown again. */
  get isWaiting(): boolean {
    return this.#target?.isWaiting ?? false;
  }

  push(text: string): void {
    this.#write(this.#indenter.push(this.#stripper.push(text)));
  }

  /** The answer is whole; resolves once it is written, or can't be. */
  async end(): Promise<void> {
    this.#write(this.#indenter.push(this.#stripper.end()));
    await this.#writer.idle();
    await this.#target?.finish();
  }

  /** Another answer comes, in place of this one. */
  async restart(): Promise<void> {
    await this.#writer.clear();
    this.#stripper = this.#options.createStripper();
    this.#indenter = this.#options.createIndenter();
    this.#isEmpty = true;
    this.#target?.restart();
  }

  /** Writes nothing more; what is written stays. */
  dispose(): void {
    this.#isStopped = true;
    this.#target?.dispose();
  }

  #write(text: string): void {
    if (text !== '') {
      this.#isEmpty = false;
      this.#writer.push(text);
    }
  }
}
