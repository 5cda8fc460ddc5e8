import type { TaskContext } from '../../task-context';
import { childrenOf, elementsOf } from '../xml';

/** How a number is meant. */
export type NumberFormat = 'number' | 'percent' | 'date' | 'time' | 'dateTime';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Formats without a code of their own in the file (ECMA-376, part 1, 18.8.30). */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) {
    return 'percent';
  }
  if (id === 22) {
    return 'dateTime';
  }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35)) {
    return 'time';
  }
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58) ? 'date' : 'number';
}

/** The formats of cells by their styles. */
export async function readNumberFormats(
  bytes: Uint8Array | undefined,
  context: TaskContext,
): Promise<readonly NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  let styles: readonly NumberFormat[] = [];
  if (bytes) {
    for await (const element of elementsOf(bytes, ['numFmts', 'cellXfs'], context)) {
      if (element.name === 'numFmts') {
        for (const { attributes } of childrenOf(element, 'numFmt')) {
          own.set(Number(attributes['numFmtId']), formatOfCode(attributes['formatCode'] ?? ''));
        }
      } else {
        styles = childrenOf(element, 'xf').map(({ attributes }) => {
          const id = Number(attributes['numFmtId'] ?? 0);
          return own.get(id) ?? builtIn(id);
        });
      }
    }
  }
  return styles;
}

/** What a format code stands for; words in quotes, escaped characters and colours in it say nothing. */
function formatOfCode(code: string): NumberFormat {
  const [first = ''] = code.split(';');
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').toLowerCase();
  if (letters.includes('%')) {
    return 'percent';
  }
  const hasDay = /[yd]|m{3}/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters));
  const hasTime = /[hs]/.test(letters);
  if (/general|[0#?]/.test(letters) && !hasTime) {
    return 'number';
  }
  return hasDay ? (hasTime ? 'dateTime' : 'date') : hasTime ? 'time' : 'number';
}

/** A number without the noise of its binary form; dates and times as ISO 8601 writes them. */
export function formatNumber(
  value: number,
  format: NumberFormat,
  { startsIn1904 }: { readonly startsIn1904: boolean },
): string {
  const isDate = format !== 'number' && format !== 'percent';
  const iso = isDate ? isoOf(value, startsIn1904) : undefined;
  if (iso === undefined) {
    return format === 'percent' ? `${rounded(value * 100)} %` : rounded(value);
  }
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  if (format === 'time' && value < 1) {
    return time;
  }
  return format === 'date' && time === '00:00:00' ? day : `${day} ${time}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Undefined for what is no day of the calendar. Day 60 of the calendar from 1900 never was: 1900 had no leap day. */
function isoOf(value: number, startsIn1904: boolean): string | undefined {
  const day = startsIn1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const milliseconds = Math.round(((day - 25_569) * dayMilliseconds) / 1000) * 1000;
  return value >= 0 && value < 2_958_466 ? new Date(milliseconds).toISOString() : undefined;
}
