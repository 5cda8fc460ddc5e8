import { BlobSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM, ADTS } from 'mediabunny';

/** Containers that hold what they play: no playlists, which name other files. */
const formats = [MP4, QTFF, WEBM, MATROSKA, OGG, WAVE, FLAC, MP3, ADTS];

/** Lets work look into a recording, and closes it. */
export async function withRecording<T>(blob: Blob, work: (recording: Input) => Promise<T>): Promise<T> {
  const input = new Input({ formats, source: new BlobSource(blob) });
  try {
    return await work(input);
  } finally {
    input.dispose();
  }
}
