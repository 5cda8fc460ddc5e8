import { t } from '@vscode/l10n';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { messageOf } from '../../util/message-of';
import { MediaError } from '../media-service';
import { corruptDocument, documentTooLarge } from './document-failures';
import { language } from '../../shared/language';

const maxEntries = 10_000;
const megabyte = 1024 * 1024;
/** Of all entries together, by the directory; office documents pack text about tenfold. */
const maxUnpackedBytes = 1024 * megabyte;
/** Of one entry: sheets of a million rows stay below. */
const maxEntryBytes = 256 * megabyte;
/** Unpacked to packed bytes of one entry. Deflate can reach 1,032; what people write stays below a tenth of that. */
const maxRatio = 200;
/** Entries below this may be packed as well as they like: a blank bitmap is. */
const smallEntryBytes = 16 * megabyte;

/**
 * The files in a ZIP. Its directory is checked when it is opened, so that nothing is unpacked of what would unpack to too
 * much; an entry is never unpacked beyond the size that the directory claims. Throws `MediaError`.
 */
export class ZipPackage {
  readonly #bytes: Uint8Array;
  readonly #names: ReadonlySet<string>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const entries: UnzipFileInfo[] = [];
    unzip(bytes, (entry) => {
      entries.push(entry);
      if (entries.length > maxEntries) {
        throw documentTooLarge(t('more than {0} files', maxEntries.toLocaleString(language())));
      }
      return false;
    });
    checkSizes(entries);
    this.#names = new Set(entries.map(({ name }) => name));
  }

  get names(): Iterable<string> {
    return this.#names;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The bytes of one file; undefined where there is no such file. */
  read(name: string): Uint8Array | undefined {
    return this.has(name) ? unzip(this.#bytes, (entry) => entry.name === name)[name] : undefined;
  }

  /** The bytes of a file without which this is no such document. */
  require(name: string): Uint8Array {
    const bytes = this.read(name);
    if (!bytes) {
      throw corruptDocument(t('{0} is missing', name));
    }
    return bytes;
  }
}

function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof MediaError ? error : corruptDocument(messageOf(error));
  }
}

function checkSizes(entries: readonly UnzipFileInfo[]): void {
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const largest = Math.max(0, ...entries.map(({ originalSize }) => originalSize));
  if (total > maxUnpackedBytes || largest > maxEntryBytes) {
    throw documentTooLarge(t('{0} MB', Math.ceil(Math.max(total, largest) / megabyte).toLocaleString(language())));
  }
  const bomb = entries.find(
    ({ size, originalSize }) => originalSize > smallEntryBytes && originalSize > Math.max(1, size) * maxRatio,
  );
  if (bomb) {
    throw documentTooLarge(t('{0} times its size', Math.round(bomb.originalSize / Math.max(1, bomb.size))));
  }
}
