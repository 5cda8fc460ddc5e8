/** Tokens and money of one answer. A count that is part of another is never added to it. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Part of `inputTokens` that the server had cached. */
  readonly cachedInputTokens?: number;
  /** Part of `outputTokens` spent on reasoning. */
  readonly reasoningTokens?: number;
  /** Part of `inputTokens` that was sound. */
  readonly audioInputTokens?: number;
  /** Part of `outputTokens` that was sound. */
  readonly audioOutputTokens?: number;
  /** The server counted nothing: these are estimates from the text and the pictures. */
  readonly isEstimated?: boolean;
  /** Absent where neither the server nor a price list tells. */
  readonly cost?: Cost;
}

export interface Cost {
  readonly dollars: number;
  /** Who says so: the server itself, or the model's price times the tokens. */
  readonly source: 'server' | 'price';
}
