import type { BlobReference } from './blob';

/** A source that the answer names (OpenAI's `url_citation`, Perplexity's and OpenRouter's `citations`). */
export interface Citation {
  readonly url: string;
  readonly title?: string;
  /** Place in the answer's text, in UTF-16 units, where the server tells. */
  readonly start?: number;
  readonly end?: number;
}

/** How sure the model was of a token, as natural logarithms. */
export interface TokenProbability {
  readonly token: string;
  readonly logprob: number;
  /** What else it might have written there, the likeliest first. */
  readonly alternatives: readonly { readonly token: string; readonly logprob: number }[];
}

/** Whether an answer is the JSON that was asked for. */
export interface OutputCheck {
  readonly format: 'json_object' | 'json_schema';
  /** Empty when it is; else sentences with the place in the JSON. */
  readonly problems: readonly string[];
}

/** A tool that the model wants to be called; nothing is ever called without the person. */
export interface RequestedToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as the model wrote it; not validated. */
  readonly argumentsText: string;
}

/** A spoken answer. */
export interface SpokenAnswer {
  /** A file that players know: PCM has got its WAV header. */
  readonly sound: BlobReference;
  readonly transcript: string;
}
