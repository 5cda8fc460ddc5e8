import type { RecognizedLine, RecognizedText } from '../../media-process/media-service';
import { codeLanguage, looksLikeCode } from './code-language';
import { splitLineNumbers } from './line-numbers';
import { columnsOf, gridLines } from './text-grid';

/** A part of a picture's text. `code` and `table` keep their columns by spaces. */
export type TextPart =
  | { readonly kind: 'prose'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly lines: readonly string[] }
  | { readonly kind: 'code'; readonly lines: readonly string[]; readonly language: string };

/** Share of a block's lines that must have cells for it to be a table. */
const TABLE_SHARE = 0.6;

/** Puts recognised text into a form that reads like the picture: paragraphs, tables, code with its indentation. */
export function layOutText({ lines }: RecognizedText): readonly TextPart[] {
  const parts = blocksOf(lines).flatMap(layOutBlock);
  return parts.reduce<TextPart[]>((joined, part) => {
    const previous = joined.at(-1);
    return previous?.kind === 'prose' && part.kind === 'prose'
      ? [...joined.slice(0, -1), { kind: 'prose', lines: [...previous.lines, ...part.lines] }]
      : [...joined, part];
  }, []);
}

/** The same as plain text. */
export function layOutPlainText(recognized: RecognizedText): string {
  return layOutText(recognized)
    .map(({ lines }) => lines.join('\n'))
    .join('\n\n');
}

function layOutBlock(lines: readonly RecognizedLine[]): readonly TextPart[] {
  const { before, numbered } = splitLineNumbers(lines);
  return [
    ...(before.length > 0 ? [layOutPlain(before)] : []),
    ...(numbered ? [code(numbered.lines, numbered.numbers)] : []),
  ];
}

function layOutPlain(lines: readonly RecognizedLine[]): TextPart {
  const texts = lines.map((line) => line.text);
  if (looksLikeCode(texts)) {
    return code(lines);
  }
  const rows = lines.filter((line) => columnsOf(line).length > 1);
  return lines.length > 1 && rows.length >= lines.length * TABLE_SHARE
    ? { kind: 'table', lines: gridLines(lines) }
    : { kind: 'prose', lines: texts };
}

function code(lines: readonly RecognizedLine[], numbers?: readonly number[]): TextPart {
  const laidOut = gridLines(lines, numbers);
  return { kind: 'code', lines: laidOut, language: codeLanguage(laidOut) };
}

function blocksOf(lines: readonly RecognizedLine[]): readonly (readonly RecognizedLine[])[] {
  return [...Map.groupBy(lines, (line) => line.block).values()];
}
