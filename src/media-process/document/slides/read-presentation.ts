import { t } from '@vscode/l10n';
import type { DocumentContent } from '../../document-service';
import { ContentBuilder } from '../content-builder';
import type { MainPart } from '../read-package';
import { partOfType, relationshipsOf } from '../relationships';
import { childrenOf, childOf, elementOf } from '../xml';
import { readNotes, slideBlocks, slideTitle } from './shapes';

/** A presentation: its slides with their numbers, titles, texts, tables and pictures, each with its speaker's notes. */
export async function readPresentation({ zip, part, context }: MainPart): Promise<DocumentContent> {
  const relationships = await relationshipsOf(zip, part, context);
  const content = new ContentBuilder();
  const list = await elementOf(zip.require(part), 'sldIdLst', context);
  const slides = childrenOf(list, 'sldId').flatMap(
    ({ attributes }) => relationships.get(attributes['r:id'] ?? '')?.target ?? [],
  );
  for (const [index, name] of slides.entries()) {
    if (content.isFull) {
      content.note(t('Only slides 1 to {0} of {1} are sent.', index, slides.length));
      break;
    }
    context.progress({ fraction: index / slides.length });
    context.signal.throwIfAborted();
    const bytes = zip.read(name);
    const slide = bytes && (await elementOf(bytes, 'sld', context));
    const place = { zip, relationships: await relationshipsOf(zip, name, context), content, context };
    const tree = childOf(slide, 'cSld', 'spTree');
    const title = slideTitle(tree);
    const hidden = slide?.attributes['show'] === '0' ? ' (hidden)' : '';
    content.add(`## Slide ${index + 1}${hidden}${title === '' ? '' : `: ${title}`}`);
    for await (const block of slideBlocks(tree, place)) {
      content.add(block);
    }
    const notesPart = zip.read(partOfType(place.relationships, 'notesSlide') ?? '');
    const notes = notesPart ? readNotes(await elementOf(notesPart, 'spTree', context)) : '';
    content.add(notes === '' ? '' : `Notes of the speaker: ${notes}`);
  }
  return content.finish('PowerPoint presentation');
}
