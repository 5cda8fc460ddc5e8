import type { TokenUsage } from '../../../shared/usage';
import type { FinishReason, ModelDelta } from '../../deltas';
import { Citations } from '../chunks/citations';
import { readLogprobs } from '../chunks/logprobs';
import { asArray, asRecord, asText, type JsonRecord } from '../../json';
import type { AnswerReader } from '../stream';
import { readUsage } from '../usage';
import { ResponseCalls } from './response-calls';
import { ToldItems } from './told-items';

/**
 * Reads the events of one response (https://platform.openai.com/docs/api-reference/responses-streaming). They are taken
 * as unknown JSON: compatible servers leave out and add what they like. A whole response is read as its last event is.
 */
export class ResponseReader implements AnswerReader {
  readonly endsWhenDone = false;
  readonly #citations = new Citations();
  readonly #calls = new ResponseCalls();
  readonly #told = new ToldItems();
  #finishReason: FinishReason | undefined;
  #failure: AnswerReader['failure'];
  #usage: TokenUsage | undefined;
  #hasReasoned = false;
  /** UTF-16 units of the text so far, and of that before the part that is being written. */
  #length = 0;
  #partStart = 0;

  /** Empty until the server has said that the response is over. */
  get finishReasons(): readonly FinishReason[] {
    return this.#finishReason === undefined ? [] : [this.#finishReason];
  }

  get failure(): AnswerReader['failure'] {
    return this.#failure;
  }

  get citations(): Citations['all'] {
    return this.#citations.all;
  }

  get usage(): TokenUsage | undefined {
    return this.#usage;
  }

  read(value: unknown): ModelDelta[] {
    const event = asRecord(value) ?? {};
    const type = asText(event['type']);
    return type === undefined ? this.#end(event, event['status']) : this.#readEvent(type, event);
  }

  end(): readonly ModelDelta[] {
    return [];
  }

  #readEvent(type: string, event: JsonRecord): ModelDelta[] {
    switch (type) {
      case 'response.output_text.delta':
        this.#told.add('message', event, asText(event['delta']) ?? '');
        return [...this.#text(event['delta']), ...logprobs(event['logprobs'])];
      case 'response.refusal.delta':
        this.#told.add('message', event, asText(event['delta']) ?? '');
        return refusal(event['delta']);
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        this.#told.add('reasoning', event, asText(event['delta']) ?? '');
        return this.#reasoning(event['delta']);
      case 'response.reasoning_summary_part.added':
        // Each part of a summary is a paragraph.
        return this.#hasReasoned ? this.#reasoning('\n\n') : [];
      case 'response.content_part.added':
        return this.#startPart(asRecord(event['part']));
      case 'response.output_text.annotation.added':
        this.#annotate([event['annotation']]);
        return [];
      case 'response.output_item.added':
        return this.#call(asRecord(event['item']), event['output_index']);
      case 'response.output_item.done':
        return this.#doneItem(asRecord(event['item']), event['output_index']);
      case 'response.function_call_arguments.delta':
      case 'response.function_call_arguments.done':
        return this.#calls.readArguments(event);
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        return this.#end(asRecord(event['response']) ?? event, type.slice('response.'.length));
      case 'error':
        this.#failure = { error: event['error'] ?? event };
        return [];
      default:
        return [];
    }
  }

  #text(value: unknown): ModelDelta[] {
    const text = asText(value);
    this.#length += text?.length ?? 0;
    return text === undefined ? [] : [{ type: 'text', text }];
  }

  #reasoning(value: unknown): ModelDelta[] {
    const text = asText(value);
    this.#hasReasoned ||= text !== undefined;
    return text === undefined ? [] : [{ type: 'reasoning', text }];
  }

  /** A second message, such as the answer after a comment, does not run on in the line of the first. */
  #startPart(part: JsonRecord | undefined): ModelDelta[] {
    if (part?.['type'] !== 'output_text') {
      return [];
    }
    const gap = this.#length > this.#partStart ? this.#text('\n\n') : [];
    this.#partStart = this.#length;
    return gap;
  }

  /** Places are counted from the start of their part. */
  #annotate(annotations: readonly unknown[]): void {
    const moved = (place: unknown): unknown => (typeof place === 'number' ? place + this.#partStart : place);
    const placed = annotations.map(asRecord).map((annotation) => ({
      ...annotation,
      start_index: moved(annotation?.['start_index']),
      end_index: moved(annotation?.['end_index']),
    }));
    this.#citations.readDelta({ annotations: placed });
  }

  #call(item: JsonRecord | undefined, place: unknown): ModelDelta[] {
    return item?.['type'] === 'function_call' ? this.#calls.readItem(item, place) : [];
  }

  #end(response: JsonRecord, told: unknown): ModelDelta[] {
    this.#usage = readUsage(response['usage']) ?? this.#usage;
    const error = response['error'] ?? undefined;
    // Not every server has the three events that there are for its end.
    const status = response['status'] === 'incomplete' ? 'incomplete' : told;
    if (status === 'failed' || error !== undefined) {
      this.#failure = { error: error ?? { message: 'The response failed.' } };
      return [];
    }
    // A response in one piece, servers that stream only its end, and items that no event has told.
    const deltas = asArray(response['output'])
      .map((item, place) => ({ item: asRecord(item), place }))
      .filter(({ item, place }) => !this.#isTold(item, place))
      .flatMap(({ item, place }) => this.#item(item, place));
    this.#finishReason = this.#reason(status, asRecord(response['incomplete_details'])?.['reason']);
    return deltas;
  }

  /** An item that is over; some servers stream no pieces of it. */
  #doneItem(item: JsonRecord | undefined, place: unknown): ModelDelta[] {
    if (this.#isTold(item, place)) {
      return [];
    }
    const { type, id } = item ?? {};
    if (type === 'message' || type === 'reasoning') {
      this.#told.add(type, { item_id: id, output_index: place }, textOf(item));
    }
    return this.#item(item, place);
  }

  #isTold(item: JsonRecord | undefined, place: unknown): boolean {
    const type = item?.['type'];
    const isText = item && (type === 'message' || type === 'reasoning');
    return isText ? textOf(item) === '' || this.#told.has(type, item, place, textOf(item)) : false;
  }

  #item(item: JsonRecord | undefined, place: unknown): ModelDelta[] {
    switch (item?.['type']) {
      case 'message':
        return asArray(item['content']).flatMap((part) => this.#part(asRecord(part)));
      case 'reasoning':
        return this.#reasoning(textOf(item));
      default:
        return this.#call(item, place);
    }
  }

  #part(part: JsonRecord | undefined): ModelDelta[] {
    if (part?.['type'] === 'refusal') {
      return refusal(part['refusal']);
    }
    const gap = this.#startPart(part);
    if (part?.['type'] !== 'output_text') {
      return [];
    }
    this.#annotate(asArray(part['annotations']));
    return [...gap, ...this.#text(part['text']), ...logprobs(part['logprobs'])];
  }

  #reason(status: unknown, incomplete: unknown): FinishReason | undefined {
    switch (status) {
      case 'completed':
      case undefined:
        return this.#calls.count > 0 ? 'toolCalls' : 'stop';
      case 'incomplete':
        return incompleteReasons.get(incomplete ?? 'max_output_tokens') ?? 'unknown';
      default:
        // In progress, queued or stopped by somebody: that is not its end.
        return undefined;
    }
  }
}

const incompleteReasons: ReadonlyMap<unknown, FinishReason> = new Map([
  ['max_output_tokens', 'length'],
  ['content_filter', 'contentFilter'],
]);

/** All that a message or thoughts say. */
function textOf(item: JsonRecord | undefined): string {
  const summary = asArray(item?.['summary']);
  const parts = (summary.length > 0 ? summary : asArray(item?.['content'])).map(asRecord);
  return parts.flatMap((part) => asText(part?.['text']) ?? asText(part?.['refusal']) ?? []).join('\n\n');
}

function refusal(value: unknown): ModelDelta[] {
  const text = asText(value);
  return text === undefined ? [] : [{ type: 'refusal', text }];
}

function logprobs(value: unknown): ModelDelta[] {
  const tokens = readLogprobs({ content: value });
  return tokens.length > 0 ? [{ type: 'logprobs', tokens }] : [];
}
