import { findText, type TextMatch } from './find-text';
import { ShownText } from './shown-text';
import { firstIndex, type Steps } from './steps';

/** What is looked through in a message. Nothing is found across two of these. */
const searched = '.question-text, .markdown, .code-view';

/** Parts that are not laid out while they are out of sight, the outer ones first. */
const skipped = ['.answer', '.markdown-chapter', '.markdown-section'];

/** Matches that are looked for from one pause to the next. */
const matchesInStep = 100;

/** A part of the page from top to bottom, in pixels. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

interface Part {
  readonly shown: ShownText;
  readonly matches: readonly TextMatch[];
}

/** Where a rendered message contains what is looked for. */
export class ShownMatches {
  readonly #parts: readonly Part[];
  readonly count: number;

  private constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.count = parts.reduce((total, { matches }) => total + matches.length, 0);
  }

  static *find(message: Element, query: string): Steps<ShownMatches> {
    const parts: Part[] = [];
    for (const element of message.querySelectorAll(searched)) {
      const shown = yield* ShownText.read(element);
      const matches: TextMatch[] = [];
      for (const match of findText(shown.text, query)) {
        if (matches.push(match) % matchesInStep === 0) {
          yield;
        }
      }
      parts.push({ shown, matches });
    }
    return new ShownMatches(parts);
  }

  /** The match of this number, counted from 0, or undefined where it is no longer shown. */
  range(ordinal: number): Range | undefined {
    let before = 0;
    for (const { shown, matches } of this.#parts) {
      const match = matches[ordinal - before];
      if (match) {
        const range = shown.rangeOf(match);
        return range?.startContainer.isConnected === true ? range : undefined;
      }
      before += matches.length;
    }
    return undefined;
  }

  /** The matches that are in this part of the page. */
  within(band: Band): readonly Range[] {
    return this.#parts
      .filter(({ shown }) => shown.element.isConnected && meets(shown.element.getBoundingClientRect(), band))
      .flatMap(({ shown, matches }) => {
        const box = (index: number): Band => boxNear(shown.nodeAt(matches[index]?.start ?? 0), band);
        // They stand one below the other: the first and the last are found in few steps.
        const first = firstIndex(matches.length, (index) => box(index).bottom >= band.top);
        const end = firstIndex(matches.length, (index) => box(index).top > band.bottom);
        return matches.slice(first, end).flatMap((match) => shown.rangeOf(match) ?? []);
      });
  }
}

/** Where a node is, or, when that is not within the band, something around it that needs no layout to tell. */
function boxNear(node: Text | undefined, band: Band): Band {
  const element = node?.parentElement;
  for (const name of skipped) {
    const box = element?.closest(name)?.getBoundingClientRect();
    if (box && !meets(box, band)) {
      return box;
    }
  }
  return element?.getBoundingClientRect() ?? band;
}

function meets(box: Band, band: Band): boolean {
  return box.bottom >= band.top && box.top <= band.bottom;
}
