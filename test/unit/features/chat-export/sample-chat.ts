import { transcript, type TranscribedChat, type Transcript } from '../../../../src/features/chat-export/transcript';
import type { ImageAttachment } from '../../../../src/shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../../../../src/shared/blob';
import type { ConversationState } from '../../../../src/shared/conversation';
import type { BlobStore } from '../../../../src/store/blob-store';

/** A PNG of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function putPicture(blobs: BlobStore): Promise<ImageReference> {
  return { ...(await blobs.put(pixel, 'image/png')), width: 1, height: 1 };
}

export function pictureAttachment(picture: ImageReference, changes: Partial<ImageAttachment> = {}): ImageAttachment {
  return {
    kind: 'image',
    id: 'i1',
    name: 'error rates (1).png',
    origin: 'file:///home/ada/secret/error-rates.png',
    fileSha256: 'f'.repeat(64),
    source: picture,
    thumbnail: picture,
    options: {},
    parts: [{ type: 'image', blob: picture }],
    reasons: [],
    ...changes,
  };
}

/** A chat with a picture and every kind of text that tries to be more. */
export function sampleChat(picture: ImageReference): ConversationState {
  return {
    id: 'chat',
    title: 'Error *rates*',
    createdAt: 1_760_000_000_000,
    messages: [
      {
        role: 'user',
        id: 'q1',
        createdAt: 1_760_000_000_000,
        text: 'What is <this>?',
        attachments: [pictureAttachment(picture)],
      },
      {
        role: 'assistant',
        id: 'a1',
        createdAt: 1_760_000_001_000,
        model: { endpoint: 'Local', model: 'eyes-1' },
        text: [
          'A **chart**. ![x](https://evil.example/?q=1) <img src=https://evil.example/2 onerror=alert(1)>',
          '[link](https://example.com/) [bad](javascript:alert(1)) `<b>![code](y)`',
          '```html\n<script>![kept](z)</script>\n```',
          '| a | b |\n|:-:|--:|\n| 1 | 2 |',
        ].join('\n\n'),
        reasoning: 'Hm.',
        status: 'stopped',
      },
    ],
    parameters: { temperature: 0.5, extra_headers: { authorization: 'Bearer sk-secret' } },
  };
}

export function reader(blobs: BlobStore) {
  return async ({ sha256 }: BlobReference): Promise<Uint8Array> => await blobs.get(sha256);
}

/** Without its other versions. */
export function shown(chat: TranscribedChat): Transcript {
  return transcript(chat, { allVersions: false });
}
