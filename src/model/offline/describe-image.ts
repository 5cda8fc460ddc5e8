import { escapeMarkdown, fence } from './markdown';
import { layOutText } from './lay-out-text';
import type { ReadImage } from './text-reader';
import { counted } from './counted';

const formatNames: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/svg+xml': 'SVG',
};

/** A picture's facts and its text, as markdown. */
export function describeImage({ name, mediaType, recognized }: ReadImage): string {
  const { width, height, theme, lines } = recognized;
  const facts = [
    formatNames[mediaType] ?? mediaType,
    `${width} × ${height} pixels`,
    ...(theme ? [`${theme} background`] : []),
    lines.length > 0 ? `${counted(lines.length, 'line')} of text` : 'no text found',
  ];
  const heading = `**${escapeMarkdown(name)}** (${facts.join(', ')})`;
  return [heading, ...layOutText(recognized).map(toMarkdown)].join('\n\n');
}

function toMarkdown(part: ReturnType<typeof layOutText>[number]): string {
  return part.kind === 'prose'
    ? part.lines.map((line) => `> ${escapeMarkdown(line)}`).join('  \n')
    : fence(part.lines.join('\n'), part.kind === 'code' ? part.language : 'text');
}
