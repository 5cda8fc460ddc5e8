import type { Size } from '../../../src/shared/region';

/** Of the height of a line. */
const fontShare = 0.8;

export interface TextBlock extends Size {
  readonly lines: readonly string[];
}

export function fontOf(size: number): string {
  return `600 ${size * fontShare}px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif`;
}

let measuring: OffscreenCanvasRenderingContext2D | null | undefined;

/** The lines of a text and the pixels that it takes. An empty one is as large as a letter. */
export function layOutText(text: string, size: number): TextBlock {
  measuring ??= new OffscreenCanvas(1, 1).getContext('2d');
  const lines = text.split('\n');
  let width = size / 2;
  if (measuring) {
    measuring.font = fontOf(size);
    for (const line of lines) {
      width = Math.max(width, measuring.measureText(line).width);
    }
  }
  return { lines, width: Math.ceil(width), height: Math.ceil(size * lines.length) };
}
