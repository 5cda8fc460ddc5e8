/** What the bench of long chats calls in the page. */
export interface ChatPageCalls {
  /** Gives the panel a snapshot, as JSON. Resolves to the wall milliseconds until the end of the chat was painted. */
  show(snapshot: string): Promise<number>;
  /** Scrolls up by most of a view, in as many frames. */
  scrollUp(steps: number): Promise<ScrollReport>;
  /** Bytes that `blob:` URLs hold now. */
  mediaBytes(): number;
}

export interface ScrollReport {
  readonly atTop: boolean;
  /** Wall milliseconds of tasks over 50 ms. */
  readonly longTasks: readonly number[];
  readonly mostPictures: number;
}

declare global {
  interface Window {
    chatPage: ChatPageCalls;
  }
}
