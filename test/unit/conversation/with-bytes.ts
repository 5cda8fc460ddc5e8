import { buffer } from 'node:stream/consumers';
import type { ContentPart, ModelMessage } from '../../../src/model/messages';

/** What a model would send: stored pictures with their bytes, which are read here. */
export async function withBytes(messages: readonly ModelMessage[]): Promise<readonly ModelMessage[]> {
  return await Promise.all(
    messages.map(async (message) =>
      message.role === 'user' ? { ...message, content: await Promise.all(message.content.map(loaded)) } : message,
    ),
  );
}

async function loaded(part: ContentPart): Promise<ContentPart> {
  if (part.type !== 'image' || !('read' in part.image)) {
    return part;
  }
  const { mediaType, read } = part.image;
  return { ...part, image: { mediaType, bytes: await buffer(read()) } };
}
