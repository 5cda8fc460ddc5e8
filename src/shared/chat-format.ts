/** In what form a chat is written into a file. */
export const chatFormats = ['markdown', 'html', 'json'] as const;
export type ChatFormat = (typeof chatFormats)[number];
