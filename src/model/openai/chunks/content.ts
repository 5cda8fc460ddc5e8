import { asArray, asRecord, asText } from '../../json';

export interface ContentItem {
  readonly type: 'text' | 'reasoning' | 'refusal';
  readonly text: string;
}

/** Content as text, or as a list of parts (Mistral, whose thoughts are a part with texts of its own). */
export function readContent(value: unknown): ContentItem[] {
  if (typeof value === 'string') {
    return item('text', value);
  }
  return asArray(value).flatMap((element) => {
    const part = asRecord(element);
    switch (part?.['type']) {
      case 'thinking':
        return item('reasoning', textIn(part['thinking']));
      case 'refusal':
        return item('refusal', asText(part['refusal']) ?? '');
      default:
        return item('text', typeof element === 'string' ? element : (asText(part?.['text']) ?? ''));
    }
  });
}

function textIn(value: unknown): string {
  return typeof value === 'string'
    ? value
    : asArray(value)
        .map((element) => asText(asRecord(element)?.['text']) ?? '')
        .join('');
}

function item(type: ContentItem['type'], text: string): ContentItem[] {
  return text === '' ? [] : [{ type, text }];
}
