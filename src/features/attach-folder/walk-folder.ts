import { sniff } from '../../attachments/sniff';
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from '../../shared/limits';
import type { FolderTree, TreeEntry } from './folder-tree';
import { IgnoreRules } from './ignore-rules';

/** Files that are listed: more is nothing to choose from one by one. */
const maxFiles = 500;
/** Files and folders looked at. */
const maxVisited = 20_000;
/** Bytes read to tell texts from other files. */
const maxReadBytes = 64 * 1024 * 1024;
/** Of a file of ignore rules; a longer one is none that a person wrote. */
const maxRulesBytes = 1024 * 1024;

/** What is told by its name; whether it is that is found out when it is attached. */
const media =
  /\.(png|apng|jpe?g|webp|gif|avif|tiff?|bmp|ico|hei[cf]|svgz?|pdf|docx|pptx|xlsx|ipynb|wav|mp3|m4a|aac|ogg|opus|flac|mp4|mov|webm|mkv|avi)$/i;

export interface WalkOptions {
  readonly tree: FolderTree;
  /** Path of the folder to walk; ignore files above it count too. */
  readonly start: string;
  /** By VS Code's settings. */
  readonly isExcluded: (path: string) => boolean;
  readonly signal: AbortSignal;
}

export interface ListedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: 'text' | 'media';
}

export interface FolderListing {
  /** As an explorer orders them: folders first, then by name. */
  readonly files: readonly ListedFile[];
  readonly leftOut: LeftOut;
}

/** How much was left out for which reason. */
export interface LeftOut {
  ignored: number;
  links: number;
  special: number;
  binary: number;
  empty: number;
  unreadable: number;
  /** Texts that are too long to be among others, by their paths. */
  readonly long: string[];
  /** There are more files than are listed. */
  more: boolean;
}

/** Finds what can be attached of a folder. Links are never followed. Throws only the signal's reason. */
export async function walkFolder(options: WalkOptions): Promise<FolderListing> {
  const walk = new Walk(options);
  await walk.run();
  return { files: walk.files, leftOut: walk.leftOut };
}

class Walk {
  readonly files: ListedFile[] = [];
  readonly leftOut: LeftOut = {
    ignored: 0,
    links: 0,
    special: 0,
    binary: 0,
    empty: 0,
    unreadable: 0,
    long: [],
    more: false,
  };
  readonly #options: WalkOptions;
  #visited = 0;
  #readBytes = 0;

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { start } = this.#options;
    const parents = start === '' ? [] : start.split('/').map((_, index, names) => names.slice(0, index).join('/'));
    let rules = new IgnoreRules();
    for (const parent of parents) {
      const entries = await this.#options.tree.list(parent).catch(() => []);
      rules = await this.#rulesIn(parent, entries, rules);
    }
    await this.#folder(start, rules);
  }

  async #folder(folder: string, outer: IgnoreRules): Promise<void> {
    const { tree, isExcluded, signal } = this.#options;
    signal.throwIfAborted();
    const entries = await tree.list(folder).catch(() => undefined);
    if (!entries) {
      this.leftOut.unreadable += 1;
      return;
    }
    const rules = await this.#rulesIn(folder, entries, outer);
    const rank = (type: string): number => (type === 'folder' ? 0 : 1);
    const ordered = entries.toSorted((a, b) => rank(a.type) - rank(b.type) || a.name.localeCompare(b.name, 'en'));
    for (const { name, type } of ordered) {
      this.#visited += 1;
      if (this.files.length >= maxFiles || this.#visited > maxVisited || this.#readBytes > maxReadBytes) {
        this.leftOut.more = true;
        return;
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name === '.git' || isExcluded(path) || rules.ignores(path, { isFolder: type === 'folder' })) {
        this.leftOut.ignored += 1;
      } else if (type === 'folder') {
        await this.#folder(path, rules);
      } else if (type === 'file') {
        await this.#file(path);
      } else {
        this.leftOut[type === 'link' ? 'links' : 'special'] += 1;
      }
    }
  }

  async #file(path: string): Promise<void> {
    const { tree, signal } = this.#options;
    signal.throwIfAborted();
    try {
      const size = await tree.size(path);
      const isMedia = media.test(path);
      if (size === 0) {
        this.leftOut.empty += 1;
      } else if (size > (isMedia ? MAX_FILE_BYTES : MAX_TEXT_BYTES)) {
        this.leftOut.long.push(path);
      } else if (isMedia || (await this.#isText(path, size))) {
        this.files.push({ path, size, kind: isMedia ? 'media' : 'text' });
      } else {
        this.leftOut.binary += 1;
      }
    } catch {
      this.leftOut.unreadable += 1;
    }
  }

  async #isText(path: string, size: number): Promise<boolean> {
    this.#readBytes += size;
    return sniff(await this.#options.tree.read(path), path).kind === 'text';
  }

  /** Of a plain file alone: a link may lead to a device that has no end, and Git follows none either. */
  async #rulesIn(folder: string, entries: readonly TreeEntry[], outer: IgnoreRules): Promise<IgnoreRules> {
    if (!entries.some(({ name, type }) => name === '.gitignore' && type === 'file')) {
      return outer;
    }
    const { tree } = this.#options;
    const path = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
    try {
      const isSmall = (await tree.size(path)) <= maxRulesBytes;
      return isSmall ? outer.with(folder, Buffer.from(await tree.read(path)).toString()) : outer;
    } catch {
      return outer;
    }
  }
}
