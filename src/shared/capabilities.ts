export const inputModalities = ['text', 'image', 'audio', 'video', 'pdf'] as const;
export type InputModality = (typeof inputModalities)[number];

export const outputModalities = ['text', 'image', 'audio'] as const;
export type OutputModality = (typeof outputModalities)[number];

/** What is known of a model. An absent fact is not known, which is neither yes nor no. */
export interface ModelCapabilities {
  readonly input?: { readonly [M in InputModality]?: boolean };
  readonly output?: { readonly [M in OutputModality]?: boolean };
  readonly tools?: boolean;
  readonly reasoning?: boolean;
  readonly structuredOutput?: boolean;
  /** Tokens of question and answer together. */
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  readonly images?: ImageLimits;
  readonly price?: ModelPrice;
}

/** Limits of one request. */
export interface ImageLimits {
  readonly count?: number;
  /** Longest side of one picture, in pixels. */
  readonly side?: number;
  /** Pixels of one picture. */
  readonly pixels?: number;
  /** Bytes of one picture, before base64. */
  readonly bytes?: number;
  /** Media types such as `image/png`. */
  readonly formats?: readonly string[];
}

/** US dollars for a million tokens; `request` and `image` for one. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number;
  readonly audioInput?: number;
  readonly audioOutput?: number;
  readonly image?: number;
  readonly request?: number;
}

/** Who says so, the most trusted first. `assumed`: nobody, and it is tried. */
export const capabilitySources = ['user', 'learned', 'server', 'table', 'probe', 'assumed'] as const;
export type CapabilitySource = (typeof capabilitySources)[number];

/** What is known of a model and from whom; the keys of `sources` are paths such as `input.image` and `contextTokens`. */
export interface KnownCapabilities {
  readonly capabilities: ModelCapabilities;
  readonly sources: Readonly<Record<string, CapabilitySource>>;
}
