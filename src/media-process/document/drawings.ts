import { t } from '@vscode/l10n';
import type { TaskContext } from '../task-context';
import { readChart } from './chart';
import type { ContentBuilder } from './content-builder';
import type { Relationships } from './relationships';
import { childrenOf, descendantsOf, elementsOf, textOf, type XmlElement } from './xml';
import type { ZipPackage } from './zip-package';

export interface DrawingPlace {
  readonly zip: ZipPackage;
  /** Of the part that the drawing is in. */
  readonly relationships: Relationships;
  readonly content: ContentBuilder;
  readonly context: TaskContext;
}

/** What stands for the pictures, charts and diagrams of a drawing, in all three kinds of documents. */
export async function describeDrawing(drawing: XmlElement, place: DrawingPlace): Promise<string> {
  const description = descriptionOf(drawing);
  const pictures = [...descendantsOf(drawing, 'blip'), ...descendantsOf(drawing, 'imagedata')].map((picture) =>
    describePicture(picture.attributes['r:embed'] ?? picture.attributes['r:id'], description, place),
  );
  const charts: string[] = [];
  for (const chart of descendantsOf(drawing, 'chart')) {
    const part = place.relationships.get(chart.attributes['r:id'] ?? '')?.target;
    const bytes = part === undefined ? undefined : place.zip.read(part);
    charts.push(bytes ? await readChart(bytes, place.context) : '');
  }
  const diagrams: string[] = [];
  for (const diagram of descendantsOf(drawing, 'relIds')) {
    const part = place.relationships.get(diagram.attributes['r:dm'] ?? '')?.target;
    diagrams.push(part === undefined ? '' : await readDiagram(part, place));
  }
  return [...pictures, ...charts, ...diagrams].filter((text) => text !== '').join('\n\n');
}

function describePicture(id: string | undefined, description: string, place: DrawingPlace): string {
  const relationship = place.relationships.get(id ?? '');
  if (!relationship) {
    return '';
  }
  const bytes = relationship.isExternal ? undefined : place.zip.read(relationship.target);
  if (!bytes) {
    place.content.note(t('A picture is left out that is only linked and not in the file.'));
    return '[A picture that is not in the file]';
  }
  return place.content.picture({ name: relationship.target, description, bytes });
}

/** The alternative text of its author. Names such as "Picture 3" that programs give by themselves say nothing. */
function descriptionOf(drawing: XmlElement): string {
  const properties = ['docPr', 'cNvPr'].flatMap((name) => descendantsOf(drawing, name));
  return properties.map(({ attributes }) => attributes['descr'] ?? attributes['title'] ?? '').find(Boolean) ?? '';
}

/** The words of a diagram (SmartArt), as a list. */
async function readDiagram(part: string, { zip, context }: DrawingPlace): Promise<string> {
  const bytes = zip.read(part);
  const items: string[] = [];
  if (bytes) {
    for await (const point of elementsOf(bytes, ['pt'], context)) {
      const text = childrenOf(point, 't').map(textOf).join(' ').trim();
      items.push(...(text === '' ? [] : [`- ${text}`]));
    }
  }
  return items.join('\n');
}
