import { t } from '@vscode/l10n';
import type { Mark, MarkColor } from '../../src/shared/attachment/picture-edit';
import type { Weight } from './marks/new-mark';
import type { Tool } from './tools';

export function toolName(tool: Tool): string {
  const names: Readonly<Record<Tool, string>> = {
    select: t('Select'),
    crop: t('Crop'),
    arrow: t('Arrow'),
    box: t('Box'),
    pen: t('Pen'),
    text: t('Text'),
    number: t('Number'),
    highlight: t('Highlight'),
    blur: t('Blur'),
    redaction: t('Redact'),
  };
  return names[tool];
}

/** What a tool does, for who has just chosen it. */
export function toolHint(tool: Tool): string {
  switch (tool) {
    case 'select':
      return t('Click a mark to change it. Arrow keys move it, with Shift they resize it, Delete removes it.');
    case 'crop':
      return t('Drag over what is to be kept, or use the arrow keys, with Shift to resize.');
    case 'text':
    case 'number':
      return t('Click where it is to be, or press Enter on the picture.');
    case 'blur':
      return t(
        'Drag over it, or press Enter, to blur it. For passwords and keys use Redact: it leaves nothing of them.',
      );
    case 'redaction':
      return t('Drag over what nobody is to see, or press Enter. The pixels below are gone from what is sent.');
    case 'pen':
      return t('Draw on the picture.');
    case 'arrow':
    case 'box':
    case 'highlight':
      return t('Drag on the picture, or press Enter on it.');
  }
}

/** How a text that is selected is typed. */
export function textHint(): string {
  return t('Enter puts the text on the picture, Shift+Enter starts a new line.');
}

export function colorName(color: MarkColor): string {
  const names: Readonly<Record<MarkColor, string>> = {
    red: t('Red'),
    orange: t('Orange'),
    yellow: t('Yellow'),
    green: t('Green'),
    blue: t('Blue'),
    purple: t('Purple'),
    black: t('Black'),
    white: t('White'),
  };
  return names[color];
}

export function weightName(weight: Weight): string {
  const names: Readonly<Record<Weight, string>> = { fine: t('Fine'), medium: t('Medium'), bold: t('Bold') };
  return names[weight];
}

/** What a mark is called, with its place among all. */
export function markName(mark: Mark, index: number, count: number): string {
  const place = String(index + 1);
  const all = String(count);
  if (mark.type === 'text') {
    return t('Text “{0}”, mark {1} of {2}', mark.text, place, all);
  }
  if (mark.type === 'number') {
    return t('Number {0}, mark {1} of {2}', String(mark.number), place, all);
  }
  return t('{0}, mark {1} of {2}', toolName(mark.type), place, all);
}
