import type { DocumentContent } from '../../document-service';
import { ContentBuilder } from '../content-builder';
import { oneLine } from '../markdown';
import type { MainPart } from '../read-package';
import { partOfType, relationshipsOf } from '../relationships';
import { elementsOf } from '../xml';
import { readLists } from './lists';
import { readStyles } from './styles';
import { WordBlocks } from './word-blocks';

/** A Word document: headings, paragraphs, lists, tables, foot and end notes, comments. Changes count as accepted. */
export async function readWordDocument({ zip, part, context }: MainPart): Promise<DocumentContent> {
  const relationships = await relationshipsOf(zip, part, context);
  const related = (type: string): Uint8Array | undefined => zip.read(partOfType(relationships, type) ?? '');
  const content = new ContentBuilder();
  const blocks = new WordBlocks({
    styles: await readStyles(related('styles'), context),
    lists: await readLists(related('numbering'), context),
    place: { zip, relationships, content, context },
  });
  for await (const block of elementsOf(zip.require(part), ['p', 'tbl'], context)) {
    content.add(await blocks.render(block));
    if (content.isFull) {
      break;
    }
  }
  for (const [type, name, mark] of asides) {
    const bytes = related(type);
    if (bytes) {
      for await (const aside of elementsOf(bytes, [name], context)) {
        const text = oneLine(await blocks.renderAll(aside));
        const { id = '', author = '' } = aside.attributes;
        const isSeparator = aside.attributes['type'] !== undefined && aside.attributes['type'] !== 'normal';
        content.add(text === '' || isSeparator ? '' : `[${mark} ${id}]${author === '' ? '' : ` (${author})`}: ${text}`);
      }
    }
  }
  return content.finish('Word document');
}

/** What is referred to from the text: the type of its part, the element of one, and how the text refers to it. */
const asides = [
  ['footnotes', 'footnote', 'Footnote'],
  ['endnotes', 'endnote', 'Endnote'],
  ['comments', 'comment', 'Comment'],
] as const;
