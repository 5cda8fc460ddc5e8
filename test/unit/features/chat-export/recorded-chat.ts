import type { Attachment } from '../../../../src/shared/attachment/attachment';
import type { ImageReference } from '../../../../src/shared/blob';
import type { TranscribedChat } from '../../../../src/features/chat-export/transcript';

const pages: Attachment = {
  kind: 'pdf',
  id: 'p1',
  name: 'spec.pdf',
  source: { sha256: '1'.repeat(64), mediaType: 'application/pdf', byteLength: 9 },
  pageCount: 9,
  scannedPages: [],
  figurePages: [],
  options: {},
  parts: [
    { type: 'image', blob: picture('2'), label: 'Page 3 of spec.pdf:', place: { page: 3 } },
    { type: 'text', blob: { sha256: '3'.repeat(64), mediaType: 'text/plain', byteLength: 9 } },
  ],
  reasons: [],
};

const frames: Attachment = {
  kind: 'video',
  id: 'v1',
  name: 'bug.mp4',
  source: { sha256: '4'.repeat(64), mediaType: 'video/mp4', byteLength: 9 },
  seconds: 3_800,
  width: 640,
  height: 360,
  frameRate: 30,
  hasSound: false,
  options: {},
  parts: [
    { type: 'image', blob: picture('5'), label: 'Frame at 0:02.7 of bug.mp4:', place: { seconds: 2.7 } },
    { type: 'image', blob: picture('6'), label: 'Frame at 1:02:03 of bug.mp4:', place: { seconds: 3_723 } },
  ],
  reasons: [],
};

/** A question with what has pages and what has times; its media are nowhere. */
export const recordedChat: TranscribedChat = {
  title: 'Recorded',
  messages: [{ role: 'user', id: 'q1', createdAt: 1, text: 'Where is it?', attachments: [pages, frames] }],
};

function picture(digit: string): ImageReference {
  return { sha256: digit.repeat(64), mediaType: 'image/png', byteLength: 9, width: 64, height: 36 };
}
