import { createHash } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { ConversationEvent } from '../../shared/conversation-events';
import { isRecord } from '../../store/guard';
import { chatFileFormat, chatFileVersion } from '../chat-export/chat-file';
import { chatEvents } from './chat-events';

export type ReadChats =
  | {
      readonly status: 'read';
      readonly chats: readonly ImportedChat[];
      /** Chats that this version does not understand. */
      readonly skipped: number;
      readonly media: ReadonlyMap<string, ImportedMedia>;
    }
  /** As a sentence. */
  | { readonly status: 'refused'; readonly reason: string };

export interface ImportedChat {
  readonly events: readonly ImportedEvent[];
  /** Attachments that were left out: the file does not hold them, or they are not what they are said to be. */
  readonly lostAttachments: number;
}

export interface ImportedEvent {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly event: ConversationEvent;
}

export interface ImportedMedia {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Chats of one file. */
const maxChats = 1_000;

/** Reads what `chatJson` wrote, or what claims to be that: everything is checked before anything is kept. */
export function readChats(text: string): ReadChats {
  const file = parse(text);
  if (file === undefined && isBeginningOfExport(text)) {
    const reason = t(
      'This export of a chat is incomplete or damaged. Copy the file anew, or export the chat again. Nothing was imported.',
    );
    return { status: 'refused', reason };
  }
  if (!isRecord(file) || file['format'] !== chatFileFormat || !Array.isArray(file['chats'])) {
    return { status: 'refused', reason: t('This file holds no chats that Iris has exported. Nothing was imported.') };
  }
  if (typeof file['version'] !== 'number' || file['version'] > chatFileVersion) {
    const reason = t('A newer version of Iris wrote this file. Update Iris to import it. Nothing was imported.');
    return { status: 'refused', reason };
  }
  const media = readMedia(file['media']);
  const values: readonly unknown[] = file['chats'].slice(0, maxChats);
  const chats = values.map((value) => chatEvents(value, media)).filter((chat) => chat !== undefined);
  return chats.length === 0
    ? { status: 'refused', reason: t('No chat in this file can be read. Nothing was imported.') }
    : { status: 'read', chats, skipped: file['chats'].length - chats.length, media };
}

/** Only what is what its name says. */
function readMedia(value: unknown): ReadonlyMap<string, ImportedMedia> {
  const media = new Map<string, ImportedMedia>();
  for (const [sha256, item] of Object.entries(isRecord(value) ? value : {})) {
    if (isRecord(item) && typeof item['mediaType'] === 'string' && typeof item['data'] === 'string') {
      const bytes = Buffer.from(item['data'], 'base64');
      if (createHash('sha256').update(bytes).digest('hex') === sha256) {
        media.set(sha256, { mediaType: item['mediaType'], bytes });
      }
    }
  }
  return media;
}

function parse(text: string): unknown {
  try {
    // Editors begin files with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** What was cut off on its way still says what it is: its format is the first that was written. */
function isBeginningOfExport(text: string): boolean {
  return new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${chatFileFormat}"`).test(text);
}
