/** An A4 page at 150 dots an inch, about what servers draw of a page of a PDF. */
export const usualPage = { width: 1_240, height: 1_754 };

/**
 * Tokens of 450 words, a page of plain text, at OpenAI's 75 words for 100 tokens.
 * Source: https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them
 */
export const usualPageText = 600;
