import type { ConversationEvent } from '../shared/conversation-events';
import { isStoredEvent } from './event-guard';
import { isNumber, isRecord } from './guard';

/**
 * The version of the journals that are written. It rises when an older Iris would misread a new event; such an Iris then
 * opens the chat for reading only.
 */
export const journalVersion = 1;

const format = 'iris-chat';

export interface JournalEntry {
  /** Rises by one from line to line. Order comes from here and from the file, never from the clock. */
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Absent when this version does not know the event: the line is kept and has no effect. */
  readonly event?: ConversationEvent;
}

export type JournalLine =
  | { readonly kind: 'header'; readonly version: number }
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'damaged' };

export function formatHeader(): string {
  return `${JSON.stringify({ format, version: journalVersion })}\n`;
}

export function formatEntry(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

export function parseLine(line: string): JournalLine {
  const value = parseJson(line);
  if (!isRecord(value)) {
    return { kind: 'damaged' };
  }
  if (value['format'] === format && isNumber(value['version'])) {
    return { kind: 'header', version: value['version'] };
  }
  const { sequence, time, event } = value;
  if (!isNumber(sequence) || !isNumber(time) || !isRecord(event)) {
    return { kind: 'damaged' };
  }
  return { kind: 'entry', entry: { sequence, time, ...(isStoredEvent(event) && { event }) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
