/** Stands for a style element until the drawing is done. */
const standInTag = 'style-text';
const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Lets Mermaid style what it draws in a document whose content security policy takes no styles from text: what it sets as
 * the text of a style element or attribute is set as a style sheet or as properties instead, so that it measures what will
 * be seen. Called once, before Mermaid draws.
 */
export function takeStylesFromText(): void {
  wrap(
    Element.prototype,
    'setAttribute',
    (original) =>
      function (this: Element, name: string, value: string): void {
        if (name.toLowerCase() === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) {
          this.style.cssText = value;
        } else {
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
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement =>
    name.toLowerCase() === 'style' ? createStandIn() : createElement(name, options);
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
  // In text and attributes these tags would be escaped: only the stand-ins themselves are found.
  return new XMLSerializer()
    .serializeToString(svg)
    .replaceAll(`<${standInTag}`, '<style')
    .replaceAll(`</${standInTag}>`, '</style>');
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
