import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';

const units = ['', 'KB', 'MB', 'GB'] as const;
const digits = new Intl.NumberFormat(language(), { maximumFractionDigits: 1, useGrouping: false });

/** Bytes as people read them, in powers of 1024: `812 bytes`, `1.4 KB`, `23 MB`. */
export function formatBytes(byteLength: number): string {
  let value = byteLength;
  let unit = 0;
  // A value that would round to 1024 belongs to the next unit.
  while (Math.round(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  if (unit === 0) {
    return value === 1 ? t('1 byte') : t('{0} bytes', value);
  }
  return `${digits.format(value < 9.95 ? value : Math.round(value))} ${units[unit]}`;
}

/** `640 × 480`, in pixels. */
export function formatPixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}
