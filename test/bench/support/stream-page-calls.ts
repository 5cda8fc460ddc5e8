/** What the bench calls in the page. */
export interface StreamPageCalls {
  /** Starts anew, with this much shown already. */
  begin(text: string): Promise<void>;
  /** Shows each piece in a frame of its own. Resolves to the longest frame: wall milliseconds from its script to its paint. */
  stream(pieces: readonly string[]): Promise<number>;
  finish(): Promise<void>;
  /** How what is shown is built, and how this HTML is. */
  compare(html: string): { readonly shown: string; readonly expected: string };
}

declare global {
  interface Window {
    streamPage: StreamPageCalls;
  }
}
