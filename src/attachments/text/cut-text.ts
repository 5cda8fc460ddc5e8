import { setImmediate } from 'node:timers/promises';

/** UTF-8 or an encoding of one byte: line ends are the byte 10. */
export interface CutText {
  /** Both ends, whole lines where they are not endless. */
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** Between them. */
  readonly leftOutBytes: number;
  readonly leftOutLines: number;
}

/** About 50,000 tokens of the beginning, where headers and columns are named, and 12,000 of the end, where logs fail. */
const headBytes = 192 * 1024;
const tailBytes = 48 * 1024;
/** How far a cut is moved to the end of a line. */
const longLineBytes = 16 * 1024;
/** Counted without a break. */
const countedAtOnce = 8 * 1024 * 1024;

const lineEnd = 0x0a;

/** The beginning and the end of a long text. */
export async function cutText(bytes: Uint8Array, signal?: AbortSignal): Promise<CutText> {
  const headEnd = afterLastLine(bytes, headBytes);
  const tailStart = atNextLine(bytes, bytes.length - tailBytes);
  let leftOutLines = 0;
  for (let start = headEnd; start < tailStart; start += countedAtOnce) {
    leftOutLines += countLines(bytes.subarray(start, Math.min(start + countedAtOnce, tailStart)));
    await setImmediate();
    signal?.throwIfAborted();
  }
  return {
    head: bytes.subarray(0, headEnd),
    tail: bytes.subarray(tailStart),
    leftOutBytes: tailStart - headEnd,
    leftOutLines,
  };
}

/** In place of what is left out; a line of its own. */
export function leftOutLine({ leftOutBytes, leftOutLines }: CutText): string {
  return `[${describeLeftOut({ leftOutBytes, leftOutLines })} left out here]\n`;
}

/** As in "12,345 lines (3.4 MB)". */
function describeLeftOut({ leftOutBytes, leftOutLines }: Pick<CutText, 'leftOutBytes' | 'leftOutLines'>): string {
  const megabytes = `${(leftOutBytes / 1024 / 1024).toFixed(1)} MB`;
  return leftOutLines > 1 ? `${leftOutLines.toLocaleString('en-US')} lines (${megabytes})` : megabytes;
}

function afterLastLine(bytes: Uint8Array, end: number): number {
  const found = bytes.lastIndexOf(lineEnd, end - 1);
  return found >= end - longLineBytes ? found + 1 : wholeCharacter(bytes, end);
}

function atNextLine(bytes: Uint8Array, start: number): number {
  const found = bytes.indexOf(lineEnd, start);
  return found >= 0 && found < start + longLineBytes ? found + 1 : wholeCharacter(bytes, start);
}

/** Back to the beginning of the UTF-8 character that this byte belongs to. */
function wholeCharacter(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > at - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) {
    start -= 1;
  }
  return start;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) {
    count += 1;
  }
  return count;
}
