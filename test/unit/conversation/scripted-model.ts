import type { ModelDelta, ModelResult } from '../../../src/model/deltas';
import type { ModelMessage } from '../../../src/model/messages';
import type { ModelMetadata, ModelOptions, MultimodalModel } from '../../../src/model/multimodal-model';

/** One request of a script: what comes, in order. An error is thrown; a promise is waited for. */
export type Script = readonly (ModelDelta | Error | Promise<unknown>)[];

/** A model in memory that answers by script and keeps what it was asked. */
export class ScriptedModel implements MultimodalModel {
  readonly metadata: ModelMetadata = { endpoint: 'Local', model: 'eyes-1', offline: false, capabilities: {} };
  readonly requests: (readonly ModelMessage[])[] = [];
  /** Of each request. */
  readonly options: ModelOptions[] = [];
  readonly #scripts: Script[];

  constructor(...scripts: readonly Script[]) {
    this.#scripts = [...scripts];
  }

  async *streamChat(messages: readonly ModelMessage[], options: ModelOptions = {}): AsyncGenerator<ModelDelta> {
    this.requests.push(messages);
    this.options.push(options);
    const script = this.#scripts.shift() ?? [];
    for (const step of script) {
      options.signal?.throwIfAborted();
      if (step instanceof Error) {
        throw step;
      } else if (step instanceof Promise) {
        await step;
      } else {
        yield step;
      }
    }
  }

  streamComplete(prompt: string): AsyncIterable<ModelDelta> {
    return this.streamChat([{ role: 'user', content: [{ type: 'text', text: prompt }] }]);
  }

  embed(): Promise<never> {
    return Promise.reject(new Error('Chats do not embed.'));
  }

  complete(): Promise<ModelResult> {
    return Promise.reject(new Error('Chats are streamed.'));
  }

  chat(): Promise<ModelResult> {
    return this.complete();
  }
}

export const stop: ModelDelta = { type: 'finish', reason: 'stop' };

export function text(...pieces: readonly string[]): readonly ModelDelta[] {
  return pieces.map((piece) => ({ type: 'text', text: piece }));
}

/** A whole answer. */
export function answer(whole: string): Script {
  return [...text(whole), stop];
}

/** Never comes. */
export function silence(): Promise<never> {
  return new Promise(() => undefined);
}
