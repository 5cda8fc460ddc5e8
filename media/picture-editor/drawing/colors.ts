import type { MarkColor } from '../../../src/shared/attachment/picture-edit';

/** Bright enough to be seen on what is light and on what is dark. */
export const colorValues: Readonly<Record<MarkColor, string>> = {
  red: '#e5141f',
  orange: '#f07800',
  yellow: '#ffd60a',
  green: '#1e9e3e',
  blue: '#0a6cff',
  purple: '#9b3fd1',
  black: '#000000',
  white: '#ffffff',
};

const lightColors: ReadonlySet<MarkColor> = new Set(['orange', 'yellow', 'white']);

/** What can be read on a color, and what sets it off from any picture. */
export function contrastOf(color: MarkColor): string {
  return lightColors.has(color) ? '#000000' : '#ffffff';
}
