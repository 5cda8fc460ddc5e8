import type { RecognizedLine, RecognizedText } from '../../../../src/media-process/media-service';

/** Pixels of a character in the pretended picture. */
const CELL = { width: 10, height: 20 };

/**
 * Text as it would be recognised in a picture of these lines in fixed-width type; leading spaces indent, an empty line
 * leaves room. `block` numbers all of them.
 */
export function recognized(lines: readonly string[], block = 0): RecognizedText {
  return {
    width: 1000,
    height: lines.length * CELL.height,
    lines: lines.flatMap((line, row) => lineOf(line, row, block)),
  };
}

function lineOf(text: string, row: number, block: number): RecognizedLine[] {
  const words = Array.from(text.matchAll(/\S+/g), ([word], index) => ({
    text: word,
    confidence: 95,
    box: { ...boxOf(row), left: columnOf(text, index) * CELL.width, width: word.length * CELL.width - 2 },
  }));
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) {
    return [];
  }
  const width = last.box.left + last.box.width - first.box.left;
  const joined = words.map((word) => word.text).join(' ');
  return [{ text: joined, confidence: 95, block, box: { ...boxOf(row), left: first.box.left, width }, words }];
}

function boxOf(row: number): { top: number; height: number } {
  return { top: row * CELL.height, height: CELL.height - 6 };
}

function columnOf(text: string, wordIndex: number): number {
  return Array.from(text.matchAll(/\S+/g))[wordIndex]?.index ?? 0;
}
