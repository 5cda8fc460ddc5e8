import { t } from '@vscode/l10n';
import type { DocumentContent } from '../../document-service';
import { ContentBuilder } from '../content-builder';
import { unknownDocument } from '../document-failures';
import { describeOutput } from './describe-output';
import { fenced, field, listOf, objectOf, textOf } from './json';

/** A Jupyter notebook (nbformat 4; 3 has its cells in worksheets): its cells with what they put out. */
export function readNotebook(bytes: Uint8Array): DocumentContent {
  const notebook = parse(bytes);
  const cells = listOf(field(notebook, 'cells') ?? field(listOf(field(notebook, 'worksheets'))[0], 'cells'));
  if (notebook === undefined || !('nbformat' in notebook)) {
    throw unknownDocument();
  }
  const content = new ContentBuilder();
  const language = languageOf(notebook);
  for (const [index, cell] of cells.entries()) {
    if (content.isFull) {
      content.note(t('Only cells 1 to {0} of {1} are sent.', index, cells.length));
      break;
    }
    const source = textOf(field(cell, 'source') ?? field(cell, 'input'));
    const type = field(cell, 'cell_type');
    if (type === 'code') {
      const count = field(cell, 'execution_count') ?? field(cell, 'prompt_number');
      content.add(
        `Cell ${numberOf(cell) ?? index + 1}${typeof count === 'number' ? ` [${count}]` : ''}:\n${fenced(source, language)}`,
      );
      listOf(field(cell, 'outputs')).forEach((output, place) =>
        content.add(describeOutput(output, { name: `${index}.${place}`, content })),
      );
    } else {
      content.add(withAttachedPictures(source, cell, content));
    }
  }
  return content.finish('Jupyter notebook');
}

/** Pictures in a cell of text are attached to it by their names. */
function withAttachedPictures(source: string, cell: unknown, content: ContentBuilder): string {
  const attached = field(cell, 'attachments');
  return source.replace(/!\[([^\]]*)\]\(attachment:([^)\s]+)[^)]*\)/g, (whole, description: string, name: string) => {
    const data = Object.values<unknown>({ ...objectOf(field(attached, name)) })[0];
    const bytes = Buffer.from(textOf(data), 'base64');
    return bytes.byteLength === 0
      ? whole
      : content.picture({ name: `${name} ${bytes.byteLength}`, description, bytes });
  });
}

/** Where cells of a longer notebook are in it, as Iris notes it itself. */
function numberOf(cell: unknown): number | undefined {
  const number = field(field(cell, 'metadata'), 'number');
  return typeof number === 'number' ? number : undefined;
}

function languageOf(notebook: object): string {
  const metadata = field(notebook, 'metadata');
  const name = field(field(metadata, 'language_info'), 'name') ?? field(field(metadata, 'kernelspec'), 'language');
  return typeof name === 'string' && /^[\w+#-]{1,30}$/.test(name) ? name : 'python';
}

function parse(bytes: Uint8Array): object | undefined {
  try {
    return objectOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
