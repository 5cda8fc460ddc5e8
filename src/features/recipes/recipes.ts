import { t } from '@vscode/l10n';
import type { Recipe } from './recipe';

/**
 * The recipes of the composer. Prompts are sent as they stand: each says what the answer is to be made of, what form it has,
 * and what becomes of that which can't be made out.
 */
export function recipes(): readonly Recipe[] {
  return [
    {
      name: 'explain',
      title: t('Say what it shows and what stands out'),
      needs: 'anything',
      prompt:
        'Explain what is attached. Begin with one sentence that says what it is. Then go through its parts in the order in ' +
        'which a reader needs them, and point out what is unusual, wrong or easy to overlook. Say what you cannot make out ' +
        'instead of guessing.',
    },
    {
      name: 'extract-text',
      title: t('Copy all text in it, exactly as written'),
      needs: 'anything',
      prompt:
        'Extract all text, exactly as it is written: keep its language, spelling, numbers, line breaks and reading order. ' +
        'Write tables as Markdown tables and code as code blocks. Write [illegible] where something cannot be read. ' +
        'Add nothing and explain nothing.',
    },
    {
      name: 'to-code',
      title: t('Rebuild the picture as code'),
      needs: 'picture',
      prompt:
        'Rebuild this picture as code. Use the language and framework of the code that is attached or was shown in this ' +
        'chat; without any, write one HTML file that stands alone. Match layout, proportions, spacing, colours, typography ' +
        'and texts. Use semantic elements with accessible names, and no pictures that I do not have: draw icons as inline ' +
        'SVG and leave labelled placeholders for photographs. Answer with the complete code first, then with a short list ' +
        'of what you had to assume.',
    },
    {
      name: 'alt-text',
      title: t('Describe the picture for people who cannot see it'),
      needs: 'picture',
      prompt:
        'Write alternative text for each picture: one sentence of at most 125 characters that says what matters about it, ' +
        'without "image of" or "picture of", with the words in the picture where they carry its meaning. Where one sentence ' +
        'cannot hold it, as with charts and diagrams, add a longer description below. Where a picture only decorates, say ' +
        'so and give an empty alternative text.',
    },
    {
      name: 'table-to-csv',
      title: t('Turn each table into CSV'),
      needs: 'anything',
      prompt:
        'Turn every table into CSV as in RFC 4180, each in a code block of its own: a header row, then one line for each row, ' +
        'separated by commas, with quotes where a value holds a comma, a quote or a line break. Keep values as they are ' +
        'written, with signs and units. Repeat the value of a merged cell in each row and column that it spans, leave empty ' +
        'what is empty, and write [illegible] where something cannot be read. Above each block, give the title of the table ' +
        'in one line.',
    },
    {
      name: 'diagram-to-mermaid',
      title: t('Redraw the diagram as Mermaid'),
      needs: 'picture',
      prompt:
        'Redraw this diagram as Mermaid, in one code block. Choose the kind of diagram that fits it, such as flowchart, ' +
        'sequence, class, state or entity relationship. Keep every node, every edge with its direction, and every label as ' +
        'it is written; keep groups as subgraphs; put labels with special characters into quotes. Below the block, list ' +
        'what Mermaid cannot show and what you could not read.',
    },
  ];
}

/** Those whose name or title has all words that were typed; those whose name begins with them come first. */
export function findRecipes(query: string): readonly Recipe[] {
  const typed = query.toLowerCase();
  const words = typed.split(/[\s-]+/).filter((word) => word !== '');
  const found = recipes().filter(({ name, title }) => {
    const text = `${name} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = found.filter(({ name }) => name.startsWith(typed));
  return [...begins, ...found.filter((recipe) => !begins.includes(recipe))];
}
