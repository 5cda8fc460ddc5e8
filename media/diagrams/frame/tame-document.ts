/** Stands for a style element until the drawing is done. */
const standInTag = 'style-text';
const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Lets Mermaid draw in a document whose content security policy takes no styles from text, loads nothing and runs no
 * handlers. What it sets as the text of a style element or attribute is set as a style sheet or as properties instead, so
 * that it measures what will be seen; handlers and addresses are not set at all, rather than refused and told as
 * violations. Called once, before Mermaid draws.
 */
export function tameDocument(): void {
  wrap(
    Element.prototype,
    'setAttribute',
    (original) =>
      function (this: Element, name: string, value: string): void {
        if (name.toLowerCase() === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) {
          this.style.cssText = value;
        } else if (!/^on/i.test(name) && !(isAddress(name) && isLoaded(this, value))) {
          original.call(this, name, value);
        }
      },
  );
  wrap(
    DOMParser.prototype,
    'parseFromString',
    (original) =>
      function (this: DOMParser, text: string, type: DOMParserSupportedType): Document {
        return original.call(this, withoutStyles(text), type);
      },
  );
  // A picture without a source can't be drawn, which Mermaid tells.
  Object.defineProperty(HTMLImageElement.prototype, 'src', { set: () => undefined });
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement =>
    name.toLowerCase() === 'style' ? createStandIn() : createElement(name, options);
}

function isAddress(name: string): boolean {
  return /^(?:xlink:)?href$|^src(?:set)?$/i.test(name);
}

/** What links lead to is judged when all is drawn. */
function isLoaded(element: Element, address: string): boolean {
  return element.localName !== 'a' && !/^(?:#|data:)/.test(address);
}

function wrap<Prototype, Name extends keyof Prototype>(
  prototype: Prototype,
  name: Name,
  around: (original: Prototype[Name]) => Prototype[Name],
): void {
  prototype[name] = around(prototype[name]);
}

/** Lets the style sheets of earlier drawings go. */
export function forgetStyles(): void {
  document.adoptedStyleSheets = [];
}

/** The SVG as a document of its own, with its styles in it. */
export function serialize(svg: Element): string {
  svg.querySelectorAll('*').forEach(dropAddress);
  // In text and attributes these tags would be escaped: only the stand-ins themselves are found.
  return new XMLSerializer()
    .serializeToString(svg)
    .replaceAll(`<${standInTag}`, '<style')
    .replaceAll(`</${standInTag}>`, '</style>');
}

/** A picture that is saved may be opened as a document, which follows its links and loads what it names. */
function dropAddress(element: Element): void {
  for (const { name, localName, value } of Array.from(element.attributes)) {
    const isAllowed = element.localName === 'a' ? isLink(value) : /^(?:#|data:)/.test(value);
    if (localName === 'href' && !isAllowed) {
      element.removeAttribute(name);
    }
  }
}

function isLink(address: string): boolean {
  return address.startsWith('#') || ['http:', 'https:', 'mailto:'].includes(URL.parse(address)?.protocol ?? '');
}

function createStandIn(): HTMLElement {
  const standIn = document.createElementNS(svgNamespace, standInTag);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  Object.defineProperty(standIn, 'innerHTML', {
    set: (css: string) => {
      sheet.replaceSync(css);
      standIn.textContent = css;
    },
  });
  // As far as Mermaid uses it, it is like any other element.
  return standIn as Element as HTMLElement;
}

/** Labels are parsed to take markup out of them. Styles in them would count for nothing, and be told as violations. */
function withoutStyles(markup: string): string {
  return markup
    .replace(/<style\b[^]*?(?:<\/style\s*>|$)/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}
