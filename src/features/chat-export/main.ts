/** Loaded when a chat is exported or copied: it brings renderers of Markdown, formulas and code along. */
export { chatHtml } from './chat-html';
export { chatJson } from './chat-json';
export { chatMarkdown } from './chat-markdown';
export { transcript } from './transcript';
