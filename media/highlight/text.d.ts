/** A script with all that it imports, as text; `bundle-text.js` makes it. */
declare module '*?text' {
  const source: string;
  export default source;
}
