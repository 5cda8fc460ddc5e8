import type { TokenProbability } from '../shared/answer-parts';
import type { Alternative, FinishReason, ModelDelta } from './deltas';
import { claimedReasoning } from '../shared/claimed-reasoning';
import { ToolCallAssembler } from './tool-calls';

type AlternativeDelta = Extract<ModelDelta, { readonly alternative?: number }>;

/** Whether a delta belongs to one of several answers, and not to the response as a whole. */
export function isOfAlternative(delta: ModelDelta): delta is AlternativeDelta {
  return ['text', 'reasoning', 'refusal', 'toolCall', 'logprobs'].includes(delta.type);
}

/** Folds the deltas of one of several answers. */
export class AlternativeCollector {
  readonly #texts = { text: '', reasoning: '', refusal: '' };
  readonly #toolCalls = new ToolCallAssembler();
  readonly #logprobs: TokenProbability[] = [];

  add(delta: AlternativeDelta): void {
    switch (delta.type) {
      case 'reasoning':
        if (delta.claimsText) {
          this.#texts.reasoning += claimedReasoning(this.#texts.text);
          this.#texts.text = '';
        }
        this.#texts.reasoning += delta.text;
        break;
      case 'text':
      case 'refusal':
        this.#texts[delta.type] += delta.text;
        break;
      case 'toolCall':
        this.#toolCalls.add(delta);
        break;
      case 'logprobs':
        this.#logprobs.push(...delta.tokens);
        break;
    }
  }

  finish(finishReason: FinishReason): Alternative {
    const { text, reasoning, refusal } = this.#texts;
    const toolCalls = this.#toolCalls.whole(finishReason);
    return { text, reasoning, refusal, toolCalls, logprobs: this.#logprobs, finishReason };
  }
}
