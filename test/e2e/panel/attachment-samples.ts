import type {
  AudioAttachment,
  DocumentAttachment,
  LinkAttachment,
  PdfAttachment,
  TextAttachment,
  VideoAttachment,
} from '../../../src/shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../../../src/shared/blob';

/** Attachments of every kind that is no picture, as they are once they are prepared. */

function blob(first: string, mediaType: string, byteLength: number): BlobReference {
  return { sha256: first.padEnd(64, '3'), mediaType, byteLength };
}

function imageBlob(first: string, width: number, height: number, byteLength = 94_000): ImageReference {
  return { ...blob(first, 'image/png', byteLength), width, height };
}

export const samplePdf: PdfAttachment = {
  kind: 'pdf',
  id: 'pdf',
  name: 'Payment API, revision 7.pdf',
  origin: 'file:///work/spec.pdf',
  source: blob('d1', 'application/pdf', 1_830_000),
  thumbnail: imageBlob('4a', 181, 256, 9_000),
  pageCount: 12,
  scannedPages: [],
  figurePages: [3, 7, 8],
  parts: [
    { type: 'text', blob: blob('d2', 'text/plain', 31_400) },
    ...[3, 7, 8].map((page) => ({
      type: 'image' as const,
      blob: imageBlob(`d3${page}`, 1_024, 1_448),
      label: `Page ${page} of Payment API, revision 7.pdf:`,
      place: { page },
    })),
  ],
  reasons: ['gpt-4.1-mini takes no PDF files from this server: text and pages with figures are sent.'],
  options: {},
};

export const sampleSound: AudioAttachment = {
  kind: 'audio',
  id: 'sound',
  name: 'standup.m4a',
  source: blob('e1', 'audio/mp4', 2_400_000),
  seconds: 151,
  waveform: Array.from({ length: 200 }, (_, index) =>
    Math.round(120 + 100 * Math.sin(index / 4) * Math.cos(index / 17)),
  ),
  parts: [{ type: 'audio', blob: blob('e2', 'audio/mpeg', 1_210_000), seconds: 151 }],
  reasons: ['M4A is sent as MP3: the server takes WAV and MP3 only.'],
  options: {},
};

export const sampleVideo: VideoAttachment = {
  kind: 'video',
  id: 'video',
  name: 'checkout-bug.mov',
  source: blob('f1', 'video/quicktime', 18_300_000),
  thumbnail: imageBlob('9c', 256, 166, 8_000),
  seconds: 42.4,
  width: 1_920,
  height: 1_244,
  hasSound: true,
  frameRate: 30,
  parts: Array.from({ length: 8 }, (_, index) => ({
    type: 'image' as const,
    blob: imageBlob(`f2${index}`, 1_024, 664, 61_000),
    label: `0:${String(index * 5 + 2).padStart(2, '0')} of checkout-bug.mov:`,
    place: { seconds: index * 5 + 2 },
  })),
  reasons: ['gpt-4.1-mini takes no video: 8 frames are sent.', 'Its sound is left out.'],
  options: {},
};

export const sampleDocument: DocumentAttachment = {
  kind: 'document',
  id: 'document',
  name: 'Release plan.docx',
  format: 'Word document',
  source: blob('a1', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 412_000),
  pictureCount: 2,
  parts: [
    { type: 'text', blob: blob('a2', 'text/plain', 5_300) },
    { type: 'image', blob: imageBlob('a3', 800, 450), label: 'Picture 1 of Release plan.docx:' },
    { type: 'text', blob: blob('a4', 'text/plain', 1_900) },
    { type: 'image', blob: imageBlob('a5', 640, 640), label: 'Picture 2 of Release plan.docx:' },
  ],
  reasons: [],
  options: {},
};

export const sampleText: TextAttachment = {
  kind: 'text',
  id: 'text',
  name: 'chart.ts',
  languageId: 'typescript',
  source: blob('0', 'text/plain', 2_310),
  lines: { first: 12, last: 48 },
  parts: [{ type: 'text', blob: blob('0', 'text/plain', 2_310) }],
  reasons: [],
};

/** Of which only the beginning and the end are sent. */
export const sampleLog: TextAttachment = {
  kind: 'text',
  id: 'log',
  name: 'big.log',
  languageId: 'log',
  source: blob('0b', 'text/plain', 245_700),
  wholeBytes: 9_400_000,
  parts: [{ type: 'text', blob: blob('0c', 'text/plain', 245_760) }],
  reasons: ['It is too long to be sent whole: 194,772 lines (8.7 MB) in its middle are left out.'],
};

export const sampleLink: LinkAttachment = {
  kind: 'link',
  id: 'link',
  name: 'map.png',
  url: 'https://example.com/tiles/map.png',
  media: 'image',
  parts: [{ type: 'link', media: 'image', url: 'https://example.com/tiles/map.png' }],
  reasons: ['The server loads it itself: Iris has not seen it.'],
  options: {},
};
