import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml';
import { formatNumber, type NumberFormat } from './number-formats';

export interface CellReaderOptions {
  readonly sharedTexts: readonly string[];
  /** By the style of a cell. */
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904, as old versions for Macintosh did. */
  readonly startsIn1904: boolean;
}

/** Columns that a sheet can have. */
const maxColumns = 16_384;

/** Reads what cells show: the last result of a formula, dates as dates. */
export class CellReader {
  readonly #options: CellReaderOptions;

  constructor(options: CellReaderOptions) {
    this.#options = options;
  }

  /** Cells of a row that show something, by their columns from 0. */
  row(row: XmlElement): ReadonlyMap<number, string> {
    const values = new Map<number, string>();
    let column = -1;
    for (const cell of childrenOf(row, 'c')) {
      column = columnOf(cell.attributes['r']) ?? column + 1;
      const value = this.#value(cell).trim();
      if (value !== '' && column < maxColumns) {
        values.set(column, value);
      }
    }
    return values;
  }

  #value(cell: XmlElement): string {
    const value = textOf(childOf(cell, 'v'));
    switch (cell.attributes['t']) {
      case 's':
        return this.#options.sharedTexts[Number(value)] ?? '';
      case 'inlineStr':
        return descendantsOf(childOf(cell, 'is'), 't').map(textOf).join('');
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'str':
      case 'e':
      case 'd':
        return value;
      case 'n':
      case undefined:
      default: {
        const format = this.#options.formats[Number(cell.attributes['s'] ?? 0)] ?? 'number';
        return value === '' ? '' : formatNumber(Number(value), format, this.#options);
      }
    }
  }
}

function columnOf(reference = ''): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? [];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
