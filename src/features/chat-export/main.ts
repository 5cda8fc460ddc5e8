/** Loaded when a chat is exported: it brings a renderer of Markdown along. */
export { chatHtml } from './chat-html';
export { chatJson } from './chat-json';
