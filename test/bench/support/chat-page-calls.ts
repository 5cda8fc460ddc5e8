/** What the bench of long chats calls in the page. */
export interface ChatPageCalls {
  /** Gives the panel a snapshot, as JSON. Resolves to the wall milliseconds until the end of the chat was painted. */
  show(snapshot: string): Promise<number>;
  /** Scrolls up by so many pixels with each frame, until the chat begins. */
  scrollUp(pixels: number, frames: number): Promise<ScrollReport>;
  /** Types into Find. Resolves once a match is shown. */
  find(query: string): Promise<FindReport>;
  /** Puts an element around each match within a text node. */
  wrapMatches(query: string): Promise<FindReport>;
  /** Gives the panel a piece of the last answer with each frame. */
  stream(messageId: string, frames: number): Promise<void>;
  /** Bytes that `blob:` URLs hold now. */
  mediaBytes(): number;
}

export interface ScrollReport {
  readonly frames: number;
  /** The part of the view that showed no message yet, over all frames: 0 to 1. */
  readonly empty: number;
  readonly mostPictures: number;
}

export interface FindReport {
  readonly matches: number;
  /** In what is shown of the chat. */
  readonly textNodes: number;
}

declare global {
  interface Window {
    chatPage: ChatPageCalls;
  }
}
