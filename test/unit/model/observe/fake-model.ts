import type { EmbeddingResult, ModelDelta, ModelResult } from '../../../../src/model/deltas';
import type { ModelMessage } from '../../../../src/model/messages';
import type { MultimodalModel } from '../../../../src/model/multimodal-model';

/** Answers every question with the same steps; an error among them is thrown. */
export function fakeModel(
  steps: readonly (ModelDelta | Error)[],
  { offline = false, result, embedding }: FakeAnswers = {},
): MultimodalModel {
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream that has everything at once
  async function* stream(): AsyncGenerator<ModelDelta> {
    for (const step of steps) {
      if (step instanceof Error) {
        throw step;
      }
      yield step;
    }
  }
  const answer = (): Promise<ModelResult> =>
    result
      ? Promise.resolve(result)
      : Promise.reject(steps.find((step) => step instanceof Error) ?? new Error('None.'));
  return {
    metadata: { endpoint: 'Server', model: 'eyes-1', offline, capabilities: {} },
    complete: answer,
    chat: answer,
    streamComplete: stream,
    streamChat: stream,
    embed: () => (embedding ? Promise.resolve(embedding) : Promise.reject(new Error('None.'))),
  };
}

interface FakeAnswers {
  readonly offline?: boolean;
  readonly result?: ModelResult;
  readonly embedding?: EmbeddingResult;
}

export const stop: ModelDelta = { type: 'finish', reason: 'stop' };

export function text(words: string): ModelDelta {
  return { type: 'text', text: words };
}

export function question(words: string): readonly ModelMessage[] {
  return [{ role: 'user', content: [{ type: 'text', text: words }] }];
}

export const wholeAnswer: ModelResult = {
  text: 'Four by four it is',
  reasoning: '',
  refusal: '',
  toolCalls: [],
  logprobs: [],
  finishReason: 'stop',
  alternatives: [],
  citations: [],
  adjustments: [],
};
