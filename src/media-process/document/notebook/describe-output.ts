import { stripVTControlCharacters } from 'node:util';
import type { ContentBuilder } from '../content-builder';
import { cutText } from './cut-text';
import { fenced, field, listOf, objectOf, textOf } from './json';

/** Pictures, best first; one output often holds the same in several formats. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];

/** What one output of a cell shows: a picture where it has one, else its text, cut where it is long. */
export function describeOutput(
  output: unknown,
  { name, content }: { readonly name: string; readonly content: ContentBuilder },
): string {
  switch (field(output, 'output_type')) {
    case 'stream':
      return text(textOf(field(output, 'text')), field(output, 'name') === 'stderr' ? 'Error output' : 'Output');
    case 'error':
    case 'pyerr':
      return text(listOf(field(output, 'traceback')).map(textOf).join('\n') || errorLine(output), 'Error');
    default:
      return describeData(objectOf(field(output, 'data')) ?? objectOf(output), { name, content });
  }
}

function describeData(
  data: object | undefined,
  { name, content }: { readonly name: string; readonly content: ContentBuilder },
): string {
  const plain = textOf(field(data, 'text/plain') ?? field(data, 'text'));
  for (const type of pictureTypes) {
    const value = textOf(field(data, type) ?? field(data, type.slice('image/'.length)));
    if (value !== '') {
      const bytes = Buffer.from(value, type === 'image/svg+xml' ? 'utf8' : 'base64');
      return `Output: ${content.picture({ name, description: plain, bytes })}`;
    }
  }
  const markdown = textOf(field(data, 'text/markdown'));
  if (markdown !== '') {
    return `Output:\n\n${markdown}`;
  }
  const json = field(data, 'application/json');
  return text(plain || textOf(field(data, 'text/latex')) || (json === undefined ? '' : JSON.stringify(json)), 'Output');
}

function errorLine(output: unknown): string {
  return `${textOf(field(output, 'ename'))}: ${textOf(field(output, 'evalue'))}`;
}

/** Terminals' colours are taken out, and what a carriage return wrote over, as in progress bars. */
function text(raw: string, label: string): string {
  const shown = stripVTControlCharacters(raw)
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split('\r').at(-1) ?? '')
    .join('\n')
    .trimEnd();
  return shown === '' ? '' : `${label}:\n${fenced(cutText(shown), 'text')}`;
}
