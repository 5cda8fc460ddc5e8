import { t } from '@vscode/l10n';
import type { DocumentContent } from '../../document-service';
import { ContentBuilder } from '../content-builder';
import { describeDrawing } from '../drawings';
import type { MainPart } from '../read-package';
import { partOfType, relationshipsOf } from '../relationships';
import { childrenOf, descendantsOf, elementOf, elementsOf, textOf } from '../xml';
import { CellReader } from './cell-reader';
import { readNumberFormats } from './number-formats';
import { describeSheet, readSheet } from './read-sheet';

/** A workbook: each sheet as a table of what its cells show, with its pictures and the numbers of its charts. */
export async function readWorkbook({ zip, part, context }: MainPart): Promise<DocumentContent> {
  const relationships = await relationshipsOf(zip, part, context);
  const related = (type: string): Uint8Array | undefined => zip.read(partOfType(relationships, type) ?? '');
  const workbook = await elementOf(zip.require(part), 'workbook', context);
  const sheets = descendantsOf(workbook, 'sheet');
  const properties = descendantsOf(workbook, 'workbookPr')[0]?.attributes ?? {};
  const cells = new CellReader({
    sharedTexts: await readSharedTexts(related('sharedStrings'), context),
    formats: await readNumberFormats(related('styles'), context),
    startsIn1904: ['1', 'true'].includes(properties['date1904'] ?? ''),
  });
  const content = new ContentBuilder();
  for (const [index, { attributes }] of sheets.entries()) {
    const name = attributes['name'] ?? `Sheet ${index + 1}`;
    if (content.isFull) {
      content.note(t('Only the first {0} of {1} sheets are sent.', index, sheets.length));
      break;
    }
    const sheetPart = relationships.get(attributes['r:id'] ?? '')?.target ?? '';
    const bytes = zip.read(sheetPart);
    if (!bytes) {
      continue;
    }
    const sheet = await readSheet(bytes, cells, context);
    content.add(
      describeSheet(name, sheet, { isHidden: attributes['state'] !== undefined && attributes['state'] !== 'visible' }),
    );
    sheet.leftOut.forEach((what) => content.note(t('{0} of the sheet "{1}" are left out.', what, name)));
    const sheetRelationships = await relationshipsOf(zip, sheetPart, context);
    const drawingPart = partOfType(sheetRelationships, 'drawing') ?? '';
    const drawings = zip.read(drawingPart);
    if (drawings) {
      const place = { zip, relationships: await relationshipsOf(zip, drawingPart, context), content, context };
      for await (const drawing of elementsOf(drawings, ['pic', 'graphicFrame'], context)) {
        content.add(await describeDrawing(drawing, place));
      }
    }
  }
  return content.finish('Excel workbook');
}

/** Texts that cells name by their index; how they are pronounced (`rPh`) is no part of them. */
async function readSharedTexts(
  bytes: Uint8Array | undefined,
  context: MainPart['context'],
): Promise<readonly string[]> {
  const texts: string[] = [];
  if (bytes) {
    for await (const item of elementsOf(bytes, ['si'], context)) {
      texts.push(
        childrenOf(item)
          .flatMap((child) => (child.name === 't' ? [child] : child.name === 'r' ? childrenOf(child, 't') : []))
          .map(textOf)
          .join(''),
      );
    }
  }
  return texts;
}
