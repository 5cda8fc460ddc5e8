import { t } from '@vscode/l10n';
import { CanvasSink, type WrappedCanvas } from 'mediabunny';
import type { DecodingTask } from '../../src/shared/decoding';
import { withRecording } from './open-recording';

/**
 * The frames that are seen at the times, upright, as PNG. Throws an error whose message is a phrase: what the browser
 * lacks the codec for, or can't read.
 */
export async function decodeFrames(
  blob: Blob,
  { times, maxLongSide }: Extract<DecodingTask, { readonly type: 'frames' }>,
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  return await withRecording(blob, async (recording) => {
    const track = await recording.getPrimaryVideoTrack();
    if (!track) {
      throw new Error(t('it has no pictures'));
    }
    if (!(await track.canDecode())) {
      const codec = await track.getCodec();
      throw new Error(
        codec === null ? t('the browser lacks the codec of its pictures') : t('the browser lacks the codec {0}', codec),
      );
    }
    const width = await track.getDisplayWidth();
    const height = await track.getDisplayHeight();
    const factor = Math.min(1, maxLongSide / Math.max(width, height));
    const sink = new CanvasSink(track, {
      width: Math.max(1, Math.round(width * factor)),
      height: Math.max(1, Math.round(height * factor)),
      fit: 'fill',
    });
    const first = await track.getFirstTimestamp();
    // Sorted, each part of the video is decoded once.
    const sorted = [...new Set(times)].toSorted((a, b) => a - b);
    const pictures = new Map<number, Uint8Array>();
    let index = 0;
    for await (const frame of sink.canvasesAtTimestamps(sorted.map((time) => Math.max(first, time)))) {
      signal.throwIfAborted();
      const time = sorted[index++];
      if (!frame || time === undefined) {
        throw new Error(t('it has no frame at that time'));
      }
      pictures.set(time, await toPng(frame));
    }
    return times.map((time) => {
      const picture = pictures.get(time);
      if (!picture) {
        throw new Error(t('it has no frame at that time'));
      }
      return picture;
    });
  });
}

async function toPng({ canvas }: WrappedCanvas): Promise<Uint8Array> {
  const blob =
    canvas instanceof OffscreenCanvas
      ? await canvas.convertToBlob({ type: 'image/png' })
      : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) {
    throw new Error(t('a frame could not be encoded'));
  }
  return new Uint8Array(await blob.arrayBuffer());
}
