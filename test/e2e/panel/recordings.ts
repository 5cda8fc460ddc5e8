import { readFileSync } from 'node:fs';
import type { DecodingTask } from '../../../src/shared/decoding';
import type { PanelPage } from './panel-page';

/** What the page answered to a request to decode. */
export type Answered =
  | { readonly type: 'frames'; readonly pictures: readonly Buffer[] }
  | { readonly type: 'sound'; readonly samples: readonly number[] }
  | { readonly type: 'failed'; readonly reason: string };

/** Answers the page's request for a recording with a file of test/fixtures/videos, as the host does: in pieces. */
export async function giveRecording(
  panel: PanelPage,
  { sha256, name, mediaType }: { readonly sha256: string; readonly name: string; readonly mediaType: string },
): Promise<void> {
  await panel.page.waitForFunction(
    (wanted) => window.fakeHost.posted.some((posted) => posted.type === 'mediaRequested' && posted.sha256 === wanted),
    sha256,
  );
  const base64 = readFileSync(`test/fixtures/videos/${name}`).toString('base64');
  await panel.page.evaluate(
    (file) => {
      const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
      const { sha256: hash, mediaType: type } = file;
      const half = bytes.length >> 1;
      const send = (offset: number, piece: Uint8Array, isLast: boolean): void =>
        window.fakeHost.send({ type: 'mediaLoaded', sha256: hash, mediaType: type, offset, bytes: piece, isLast });
      send(0, bytes.slice(0, half), false);
      send(half, bytes.slice(half), true);
    },
    { sha256, mediaType, base64 },
  );
}

/** Has the page decode a file of test/fixtures/videos. */
export async function decode(panel: PanelPage, name: string, task: DecodingTask): Promise<Answered> {
  const requestId = `decode-${task.sha256}`;
  await panel.send({ type: 'decodingRequested', requestId, task });
  await giveRecording(panel, { ...task, name });
  const handle = await panel.page.waitForFunction((id) => {
    const finished = window.fakeHost.posted.find(
      (message) => message.type === 'decodingFinished' && message.requestId === id,
    );
    if (finished?.type !== 'decodingFinished') {
      return undefined;
    }
    const { outcome } = finished;
    switch (outcome.type) {
      case 'frames':
        return {
          type: outcome.type,
          pictures: outcome.pictures.map((picture) =>
            btoa(Array.from(picture, (byte) => String.fromCharCode(byte)).join('')),
          ),
        };
      case 'sound':
        return { type: outcome.type, samples: Array.from(outcome.samples) };
      case 'failed':
        return outcome;
    }
  }, requestId);
  const answered = await handle.jsonValue();
  if (!answered) {
    throw new Error('The page did not answer.');
  }
  return answered.type === 'frames'
    ? { type: 'frames', pictures: answered.pictures.map((picture) => Buffer.from(picture, 'base64')) }
    : answered;
}
