import type { BlobReference } from '../../shared/blob';
import type { ConversationState } from '../../shared/conversation';
import { isRecord } from '../../store/guard';
import { chatFileFormat, chatFileVersion, exportedChat, type ChatFile, type ExportedMedia } from './chat-file';
import type { ReadBlob } from './chat-html';

/** A chat with its media as text in JSON, from which it can be imported again. What is gone of its media is left out. */
export async function chatJson(state: ConversationState, read: ReadBlob): Promise<string> {
  const chat = exportedChat(state);
  const media: Record<string, ExportedMedia> = {};
  for (const blob of blobsIn(chat)) {
    const bytes = await read(blob);
    if (bytes) {
      media[blob.sha256] = { mediaType: blob.mediaType, data: Buffer.from(bytes).toString('base64') };
    }
  }
  const file: ChatFile = {
    format: chatFileFormat,
    version: chatFileVersion,
    exportedAt: new Date().toISOString(),
    chats: [chat],
    media,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Every blob that a value names, each once. */
export function blobsIn(value: unknown): readonly BlobReference[] {
  const found = new Map<string, BlobReference>();
  const visit = (part: unknown): void => {
    if (isBlobReference(part)) {
      found.set(part.sha256, part);
    }
    if (typeof part === 'object' && part !== null) {
      Object.values(part).forEach(visit);
    }
  };
  visit(value);
  return [...found.values()];
}

function isBlobReference(value: unknown): value is BlobReference {
  return (
    isRecord(value) &&
    typeof value['sha256'] === 'string' &&
    typeof value['mediaType'] === 'string' &&
    typeof value['byteLength'] === 'number'
  );
}
