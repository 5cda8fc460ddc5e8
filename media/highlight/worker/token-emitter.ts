import type { TokenKind } from '../../../src/shared/token-colors';
import { tokenKind } from './token-kind';

/** Collects what highlight.js finds as runs, where it would write HTML by itself. It calls the methods by these names. */
export class TokenEmitter {
  readonly runs: [length: number, kind?: TokenKind][] = [];
  readonly #open: (TokenKind | undefined)[] = [];

  addText(text: string): void {
    this.#add(text.length, this.#open.at(-1));
  }

  openNode(scope: string): void {
    this.#open.push(tokenKind(scope, this.#open.at(-1)));
  }

  closeNode(): void {
    this.#open.pop();
  }

  startScope(scope: string): void {
    this.openNode(scope);
  }

  endScope(): void {
    this.closeNode();
  }

  /** Code in another language inside of this one. */
  __addSublanguage(other: unknown): void {
    for (const [length, kind] of other instanceof TokenEmitter ? other.runs : []) {
      this.#add(length, kind ?? this.#open.at(-1));
    }
  }

  finalize(): void {
    this.#open.length = 0;
  }

  toHTML(): string {
    return '';
  }

  #add(length: number, kind: TokenKind | undefined): void {
    const last = this.runs.at(-1);
    if (last?.[1] === kind && last) {
      last[0] += length;
    } else if (length > 0) {
      this.runs.push(kind === undefined ? [length] : [length, kind]);
    }
  }
}
