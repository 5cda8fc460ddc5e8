/** Token counts as OpenAI writes them. */
export interface WireUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly prompt_tokens_details?: { readonly cached_tokens: number };
  readonly completion_tokens_details?: { readonly reasoning_tokens: number };
}

const head = { id: 'chatcmpl-test', object: 'chat.completion.chunk', created: 1_760_000_000, model: 'test-vision' };

/** A chunk of a streamed answer with this delta. */
export function chunk(delta: object): object {
  return { ...head, choices: [{ index: 0, delta, finish_reason: null }] };
}

export function textChunk(text: string): object {
  return chunk({ content: text });
}

export function finishChunk(reason = 'stop'): object {
  return { ...head, choices: [{ index: 0, delta: {}, finish_reason: reason }] };
}

/** The last chunk, as OpenAI sends it when usage was asked for. */
export function usageChunk(usage: WireUsage): object {
  return { ...head, choices: [], usage };
}

/** A piece of a tool call. */
export function toolCallChunk(index: number, call: { id?: string; name?: string; arguments?: string }): object {
  const { id, ...called } = call;
  return chunk({ tool_calls: [{ index, ...(id !== undefined && { id, type: 'function' }), function: called }] });
}

/** A whole answer, not streamed. */
export function completion(answer: {
  readonly text: string;
  readonly reasoning?: string;
  readonly finishReason?: string;
  readonly usage?: WireUsage;
}): object {
  const { text, reasoning, finishReason = 'stop', usage } = answer;
  const message = { role: 'assistant', content: text, ...(reasoning && { reasoning_content: reasoning }) };
  return {
    ...head,
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: finishReason }],
    ...(usage && { usage }),
  };
}
