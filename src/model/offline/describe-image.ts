import { t } from '@vscode/l10n';
import { escapeMarkdown, fence } from './markdown';
import { layOutText } from './lay-out-text';
import type { ReadImage } from './text-reader';

const formatNames: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/svg+xml': 'SVG',
};

const backgrounds = { dark: t('dark background'), light: t('light background') } as const;

/** A picture's facts and its text, as markdown. */
export function describeImage({ name, mediaType, recognized }: ReadImage): string {
  const { width, height, theme, lines } = recognized;
  const facts = [
    formatNames[mediaType] ?? mediaType,
    t('{0} × {1} pixels', width, height),
    ...(theme ? [backgrounds[theme]] : []),
    lines.length === 0
      ? t('no text found')
      : lines.length === 1
        ? t('1 line of text')
        : t('{0} lines of text', lines.length),
  ];
  const heading = `**${escapeMarkdown(name)}** (${facts.join(', ')})`;
  return [heading, ...layOutText(recognized).map(toMarkdown)].join('\n\n');
}

function toMarkdown(part: ReturnType<typeof layOutText>[number]): string {
  return part.kind === 'prose'
    ? part.lines.map((line) => `> ${escapeMarkdown(line)}`).join('  \n')
    : fence(part.lines.join('\n'), part.kind === 'code' ? part.language : 'text');
}
