import type { TokenKind } from '../../src/shared/token-colors';

/** A stretch of code of one kind: its length in UTF-16 units; without a kind it is plain. */
export type TokenRun = readonly [length: number, kind?: TokenKind];

/** What the worker is asked for, one at a time. */
export interface HighlightJob {
  readonly code: string;
  /** As the fence names it. */
  readonly language: string;
}

/** The answer: runs over all of the code, or nothing for a language that is not known. */
export type HighlightResult = readonly TokenRun[] | undefined;
