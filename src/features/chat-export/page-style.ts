/** Of an exported page: reads well on screen and on paper, in light and in dark. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
h2 { display: inline; font-size: 0.95rem; }
time { margin-left: 0.6em; font-size: 0.85rem; opacity: 0.75; }
article { margin: 1.6rem 0; }
.question { padding: 0.9rem 1.1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px; }
.typed { white-space: pre-wrap; }
.note { font-style: italic; }
figure { margin: 0.8rem 0; }
figcaption { font-size: 0.85rem; opacity: 0.75; }
img { display: block; max-width: 100%; margin: 0.4rem 0; border-radius: 4px; }
audio { width: 100%; }
pre { overflow-x: auto; padding: 0.8rem; border-radius: 6px; background: color-mix(in srgb, currentColor 8%, transparent); }
code { font-family: ui-monospace, monospace; font-size: 0.9em; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { padding: 0.25rem 0.6rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid color-mix(in srgb, currentColor 25%, transparent); }
details { margin: 0.6rem 0; }
@media print { article { break-inside: avoid-page; } }
`;
