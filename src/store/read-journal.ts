import type { ConversationState } from '../shared/conversation';
import { applyEvent, emptyConversation, type ConversationEvent, type FilingEvent } from '../shared/conversation-events';
import { journalVersion, parseLine } from './journal-line';

export interface JournalContent {
  readonly version: number;
  readonly state: ConversationState;
  readonly lastSequence: number;
  /** When the last event happened, in milliseconds since the epoch; 0 when there is none. */
  readonly updatedAt: number;
  /** The lines of whole entries, as they were written. */
  readonly entries: readonly string[];
  /** Lines that are no entries, or that repeat an earlier sequence number. */
  readonly damagedLines: number;
  /** The last line was cut off while it was written. */
  readonly torn: boolean;
  /** Nothing is damaged and the next line can be appended. */
  readonly clean: boolean;
}

/**
 * Reads whatever a journal still holds. Tolerates the byte order mark and line ends that sync tools and editors add.
 *
 * @param before what is read already, with nothing damaged, when the bytes are those after it
 */
export function readJournal(id: string, bytes: Uint8Array, before?: JournalContent): JournalContent {
  return read({ id, bytes, hasTexts: true, ...(before && { before }) });
}

/** The same without the texts of answers, which is several times faster: most lines of a journal are texts. */
export function readJournalOutline(id: string, bytes: Uint8Array): Pick<JournalContent, OutlineField> {
  return read({ id, bytes, hasTexts: false });
}

type OutlineField = 'state' | 'updatedAt' | 'entries' | 'damagedLines';

interface ReadOptions {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly hasTexts: boolean;
  readonly before?: JournalContent;
}

function read({ id, bytes, hasTexts, before }: ReadOptions): JournalContent {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const tail = lines.pop() ?? '';
  const endsInLineBreak = tail === '';
  if (!endsInLineBreak) {
    lines.push(tail);
  }

  let version = before?.version;
  let state = before?.state ?? { ...emptyConversation, id };
  let lastSequence = before?.lastSequence ?? 0;
  let updatedAt = before?.updatedAt ?? 0;
  let damagedLines = 0;
  let torn = false;
  const entries = [...(before?.entries ?? [])];
  for (const [index, line] of lines.entries()) {
    if (!hasTexts && isTextLine(line)) {
      continue;
    }
    const parsed = parseLine(line);
    if (parsed.kind === 'header' && version === undefined) {
      version = parsed.version;
    } else if (parsed.kind === 'entry' && parsed.entry.sequence > lastSequence) {
      const { sequence, time, event } = parsed.entry;
      entries.push(line.trimEnd());
      lastSequence = sequence;
      updatedAt = event && filingTypes.has(event.type) ? updatedAt : Math.max(updatedAt, time);
      state = event ? { ...applyEvent(state, event), id } : state;
    } else if (index === lines.length - 1 && !endsInLineBreak) {
      torn = true;
    } else if (line.trim() !== '') {
      damagedLines++;
    }
  }
  return {
    version: version ?? journalVersion,
    state,
    lastSequence,
    updatedAt,
    entries,
    damagedLines,
    torn,
    clean: damagedLines === 0 && !torn && endsInLineBreak && version !== undefined,
  };
}

const filingTypes: ReadonlySet<ConversationEvent['type']> = new Set<FilingEvent['type']>([
  'titleChanged',
  'conversationPinned',
  'conversationArchived',
]);

const textTypes = ['text', 'reasoning', 'logprobs'].map((kind) => `"type":"${kind}Appended"`);

/** A quotation mark inside of a JSON string is escaped, so that nothing written in a chat can look like this. */
function isTextLine(line: string): boolean {
  return textTypes.some((type) => line.includes(type));
}
