/** Of an exported page: reads well on screen and on paper, in light and in dark, on a wide page and on a phone. */
export const pageStyle = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); --shade: color-mix(in srgb, currentColor 8%, transparent); }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.25rem; }
h3, h4, h5, h6 { margin: 1.2em 0 0.4em; font-size: 1.05rem; }
.speaker { display: inline; font-size: 0.95rem; }
time { margin-left: 0.6em; font-size: 0.85rem; opacity: 0.75; }
article { margin: 1.6rem 0; }
section { margin-top: 3rem; padding-top: 1rem; border-top: 3px double var(--line); }
.question { padding: 0.9rem 1.1rem; border: 1px solid var(--line); border-radius: 8px; }
.typed { white-space: pre-wrap; }
.note { font-style: italic; }
.attachments { display: flex; flex-wrap: wrap; gap: 0.8rem; align-items: flex-start; }
figure { max-width: 100%; min-width: 0; margin: 0; }
.wide, .picture:has([open]) { flex: 1 0 100%; }
.picture:not(:has([open])) { max-width: min(11rem, calc(50% - 0.4rem)); }
figcaption { font-size: 0.85rem; opacity: 0.75; overflow-wrap: anywhere; }
.picture summary { display: block; width: fit-content; cursor: zoom-in; }
.picture summary::-webkit-details-marker { display: none; }
.picture [open] summary { cursor: zoom-out; }
.picture details { margin: 0 0 0.2rem; }
img { display: block; max-width: 100%; border-radius: 4px; }
.picture details:not([open]) img { max-height: 8rem; }
audio { width: 100%; }
pre { overflow-x: auto; margin: 0; padding: 0.8rem; border-radius: 6px; background: var(--shade); }
code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
pre code { overflow-wrap: normal; }
.code { margin: 1rem 0; }
.code figcaption { margin-bottom: 0.2rem; }
.table, .formula { overflow-x: auto; margin: 1rem 0; }
.formula { padding: 0.2rem 0; }
math { contain: paint; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.6rem; border: 1px solid var(--line); text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
.task { list-style: none; }
.task input { margin: 0 0.3em 0 -1.4em; }
.footnote { display: flex; gap: 0.6rem; font-size: 0.9rem; }
.footnote p { margin: 0.2rem 0; }
.footnote > span { font-size: 0.8em; opacity: 0.75; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.callout { border-left-color: var(--kind); }
.callout-title { font-weight: 600; color: var(--kind); }
.callout-note { --kind: light-dark(#0550ae, #58a6ff); }
.callout-tip { --kind: light-dark(#116329, #3fb950); }
.callout-important { --kind: light-dark(#6639ba, #bc8cff); }
.callout-warning { --kind: light-dark(#7d4e00, #d29922); }
.callout-caution { --kind: light-dark(#a40e26, #ff7b72); }
details { margin: 0.6rem 0; }
.hljs-comment, .hljs-quote { color: light-dark(#57606a, #9aa4ae); }
.hljs-keyword, .hljs-doctag, .hljs-type, .hljs-selector-tag, .hljs-deletion { color: light-dark(#a40e26, #ff7b72); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-meta .hljs-string { color: light-dark(#0a3069, #a5d6ff); }
.hljs-title, .hljs-section { color: light-dark(#6639ba, #d2a8ff); }
.hljs-number, .hljs-literal, .hljs-attr, .hljs-attribute, .hljs-variable, .hljs-meta, .hljs-symbol, .hljs-bullet { color: light-dark(#0550ae, #79c0ff); }
.hljs-built_in, .hljs-name, .hljs-selector-class, .hljs-selector-id { color: light-dark(#8a3800, #ffa657); }
.hljs-emphasis { font-style: italic; }
.hljs-strong { font-weight: 600; }
@media print { article { break-inside: avoid-page; } }
`;
