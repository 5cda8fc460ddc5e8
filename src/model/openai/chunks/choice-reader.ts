import type { FinishReason, ModelDelta } from '../../deltas';
import { asArray, asRecord, asText, type JsonRecord } from '../../json';
import { readContent } from './content';
import { readFinishReason } from './finish-reason';
import { readLogprobs } from './logprobs';
import { ReasoningFields } from './reasoning';
import { type ContentPiece, splitWhole, ThinkingTags } from './thinking-tags';
import { ToolCallPlaces } from './tool-call-places';

/** Reads one of several answers out of the choices of all chunks. */
export class ChoiceReader {
  /** Which answer: absent for the first. */
  readonly #of: { readonly alternative?: number };
  readonly #reasoning = new ReasoningFields();
  readonly #tags = new ThinkingTags();
  readonly #toolCalls = new ToolCallPlaces();
  #finishReason: FinishReason | undefined;
  #hasToolCalls = false;

  constructor(index: number) {
    this.#of = index === 0 ? {} : { alternative: index };
  }

  /** Servers that say `stop` after tool calls (Gemini, Ollama) mean them too. */
  get finishReason(): FinishReason | undefined {
    return this.#finishReason === 'stop' && this.#hasToolCalls ? 'toolCalls' : this.#finishReason;
  }

  read(choice: JsonRecord): ModelDelta[] {
    const delta = asRecord(choice['delta']);
    const message = delta ?? asRecord(choice['message']);
    const deltas = message ? this.#message(message, delta === undefined) : [];
    const tokens = readLogprobs(choice['logprobs']);
    const reason = readFinishReason(choice['finish_reason']);
    this.#finishReason = reason ?? this.#finishReason;
    return [
      ...deltas,
      ...(reason === undefined ? [] : this.end()),
      ...(tokens.length > 0 ? [{ type: 'logprobs', tokens, ...this.#of } as const] : []),
    ];
  }

  /** What was held back because more might have come. */
  end(): ModelDelta[] {
    return this.#pieces(this.#tags.end());
  }

  #message(message: JsonRecord, whole: boolean): ModelDelta[] {
    const calls = asArray(message['tool_calls']);
    const toolCalls =
      calls.length > 0
        ? this.#toolCalls.read(calls, whole)
        : this.#toolCalls.readFunctionCall(message['function_call']);
    this.#hasToolCalls ||= toolCalls.length > 0;
    const reasoning = this.#reasoning.read(message);
    const refusal = asText(message['refusal']);
    if (reasoning !== '') {
      this.#tags.expectNoLonelyClose();
    }
    return [
      ...(reasoning === '' ? [] : this.#pieces([{ type: 'reasoning', text: reasoning }])),
      ...readContent(message['content']).flatMap((item) => {
        if (item.type !== 'text') {
          this.#tags.expectNoLonelyClose();
          return [{ ...item, ...this.#of }];
        }
        return this.#pieces(whole && reasoning === '' ? splitWhole(item.text) : this.#tags.push(item.text));
      }),
      ...(refusal === undefined ? [] : [{ type: 'refusal', text: refusal, ...this.#of } as const]),
      ...toolCalls.map((call) => ({ ...call, ...this.#of })),
    ];
  }

  #pieces(pieces: readonly ContentPiece[]): ModelDelta[] {
    return pieces.map((piece) => ({ ...piece, ...this.#of }));
  }
}
