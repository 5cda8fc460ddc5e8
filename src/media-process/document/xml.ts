import { setImmediate } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import { SaxesParser } from 'saxes';
import type { TaskContext } from '../task-context';
import { corruptDocument, documentTooLarge } from './document-failures';
import { language } from '../../shared/language';

/** An element by its local name. Of attributes, only those that name relationships keep their prefix, `r:`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const chunkBytes = 64 * 1024;
/** Chunks between two breaths: progress is told and a cancelled task ends. */
const chunksAtOnce = 16;
const maxDepth = 256;
/** Of one element that is handed over, its descendants. */
const maxDescendants = 1_000_000;

/**
 * The outermost elements of these local names, each as soon as it is complete, so that a large part is never in memory as
 * a whole. A document type is refused: office documents have none, and without one there are no entities but XML's own.
 */
export async function* elementsOf(
  bytes: Uint8Array,
  names: readonly string[],
  context: Pick<TaskContext, 'signal' | 'progress'>,
): AsyncGenerator<XmlElement, void, undefined> {
  const reader = new ElementReader(new Set(names));
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    yield* reader.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
    if ((start / chunkBytes) % chunksAtOnce === chunksAtOnce - 1) {
      context.progress({});
      await setImmediate();
      context.signal.throwIfAborted();
    }
  }
  yield* reader.end(decoder.decode());
}

/** The first element of this local name with all that it holds. */
export async function elementOf(
  bytes: Uint8Array,
  name: string,
  context: Pick<TaskContext, 'signal' | 'progress'>,
): Promise<XmlElement | undefined> {
  for await (const element of elementsOf(bytes, [name], context)) {
    return element;
  }
  return undefined;
}

export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const elements = (element?.children ?? []).filter((child) => typeof child !== 'string');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The element at the end of a path of local names; the first where there are several. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((parent, name) => childrenOf(parent, name)[0], element);
}

/** All elements of this local name inside of it, in their order. */
export function descendantsOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** All character data inside of it. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

class ElementReader {
  readonly #parser = new SaxesParser();
  readonly #names: ReadonlySet<string>;
  /** From the outermost element that is wanted down to the one that is read. */
  readonly #open: OpenElement[] = [];
  #complete: XmlElement[] = [];
  #depth = 0;
  #descendants = 0;

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
    this.#parser.on('error', (error) => {
      throw corruptDocument(error.message);
    });
    this.#parser.on('doctype', () => {
      throw corruptDocument(t('it has a document type, as no office document has'));
    });
    this.#parser.on('opentag', ({ name, attributes }) => this.#opened(localName(name), attributes));
    this.#parser.on('closetag', () => this.#closed());
    const onText = (text: string): void => void this.#open.at(-1)?.children.push(text);
    this.#parser.on('text', onText);
    this.#parser.on('cdata', onText);
  }

  write(text: string): readonly XmlElement[] {
    this.#parser.write(text);
    return this.#take();
  }

  end(text: string): readonly XmlElement[] {
    this.#parser.write(text).close();
    return this.#take();
  }

  #take(): readonly XmlElement[] {
    const complete = this.#complete;
    this.#complete = [];
    return complete;
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) {
      throw corruptDocument(t('its elements are nested more than {0} deep', maxDepth));
    }
    if (this.#open.length === 0 && !this.#names.has(name)) {
      return;
    }
    this.#descendants = this.#open.length === 0 ? 0 : this.#descendants + 1;
    if (this.#descendants > maxDescendants) {
      throw documentTooLarge(t('a part of more than {0} elements', maxDescendants.toLocaleString(language())));
    }
    const named = Object.entries(attributes).map(([key, value]) => [attributeName(key), value] as const);
    this.#open.push({ name, attributes: Object.fromEntries(named), children: [] });
  }

  #closed(): void {
    this.#depth -= 1;
    const element = this.#open.pop();
    if (element) {
      (this.#open.at(-1)?.children ?? this.#complete).push(element);
    }
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeName(name: string): string {
  return name.startsWith('r:') ? name : localName(name);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
