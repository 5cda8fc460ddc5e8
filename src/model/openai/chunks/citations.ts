import type { Citation } from '../../../shared/answer-parts';
import { asArray, asRecord, asText, type JsonRecord } from '../../json';

/** Collects the sources that an answer names, each once, whether they come once or with every chunk. */
export class Citations {
  readonly #annotations = new Map<string, Citation>();
  #listed: readonly Citation[] = [];

  /** Places in the text first, then sources of the whole answer; a source with a place is not listed again. */
  get all(): readonly Citation[] {
    const annotated = [...this.#annotations.values()];
    return [...annotated, ...this.#listed.filter(({ url }) => !annotated.some((citation) => citation.url === url))];
  }

  /** Lists of the whole answer: Perplexity's `citations` (addresses) and `search_results`, the last of which count. */
  readChunk(chunk: JsonRecord): void {
    const results = asArray(chunk['search_results']).flatMap(citationIn);
    const cited = asArray(chunk['citations']).flatMap(citationIn);
    // The numbers in the text count the citations; what was only found is no source of the answer.
    const listed = cited.length > 0 ? cited.map((one) => results.find(({ url }) => url === one.url) ?? one) : results;
    if (listed.length > 0) {
      this.#listed = listed;
    }
  }

  /** `annotations` of a delta or message (OpenAI, OpenRouter). */
  readDelta(delta: JsonRecord): void {
    for (const annotation of asArray(delta['annotations'])) {
      const record = asRecord(annotation);
      if (record?.['type'] !== 'url_citation') {
        continue;
      }
      for (const citation of citationIn(record['url_citation'] ?? record)) {
        this.#annotations.set(`${citation.url} ${citation.start} ${citation.end}`, citation);
      }
    }
  }
}

function citationIn(value: unknown): Citation[] {
  const record = asRecord(value);
  const url = asText(value) ?? asText(record?.['url']);
  if (url === undefined || !URL.canParse(url)) {
    return [];
  }
  const title = asText(record?.['title']);
  const start = place(record?.['start_index']);
  const end = place(record?.['end_index']);
  return [
    {
      url,
      ...(title !== undefined && { title }),
      // OpenRouter gives 0 and 0 where it knows no place.
      ...(start !== undefined && end !== undefined && start < end && { start, end }),
    },
  ];
}

function place(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
