import { t } from '@vscode/l10n';
import type { AudioRequest } from '../../media-process/audio-service';
import { formatMediaTime } from '../../shared/media-time';
import type { PrepareContext, Transcript } from '../attachment-services';
import { encodeSound, isCodecMissing, type SoundPiece } from './encode-sound';
import type { SoundPart, SoundSource } from './sound-request';

/** Seconds of one request: OpenAI's newer models take at most 1,400, and as MP3 these have less than 10 of 25 MB. */
const maxSeconds = 1_200;

/** OpenAI takes at most 25 MB in one request (https://developers.openai.com/docs/guides/speech-to-text). */
const maxBytes = 25_000_000;

/** What OpenAI and Whisper servers read themselves, of what may be impossible to decode here. */
const readable = new Set(['audio/mp4', 'audio/webm', 'audio/ogg', 'video/mp4', 'video/webm']);

/**
 * What is said in a part of a sound, each line with its time where the server tells times. Long sounds are divided and
 * joined again. Throws `AttachmentError`, or the signal's reason.
 */
export async function transcribeSound(sound: SoundSource, part: SoundPart, context: PrepareContext): Promise<string> {
  const { transcribe, signal, progress } = context;
  const pieces = await piecesFor(sound, part, context);
  const lines: string[] = [];
  for (const [index, { blob, start }] of pieces.entries()) {
    progress(t('Transcribing'), pieces.length > 1 ? index / pieces.length : undefined);
    const transcript = await transcribe({ blob, name: sound.name }, { signal });
    lines.push(...linesOf(transcript, start));
  }
  return lines.join('\n');
}

/** The sound in files that servers read; the file itself where nothing here can decode it but a server may. */
async function piecesFor(
  sound: SoundSource,
  { start, end }: SoundPart,
  context: PrepareContext,
): Promise<readonly SoundPiece[]> {
  const { source, seconds } = sound;
  const request: AudioRequest = { start, end, format: 'mp3', sampleRate: 16_000, mono: true, maxSeconds };
  try {
    return await encodeSound(sound, request, context);
  } catch (error) {
    const isWhole = start <= 0 && end >= seconds;
    if (isCodecMissing(error) && isWhole && readable.has(source.mediaType) && source.byteLength <= maxBytes) {
      return [{ blob: source, start: 0, seconds }];
    }
    throw error;
  }
}

function linesOf({ text, segments }: Transcript, offset: number): readonly string[] {
  const timed = segments
    .map((segment) => ({ time: formatMediaTime(Math.floor(offset + segment.start)), text: segment.text.trim() }))
    .filter((segment) => segment.text !== '');
  return timed.length > 0 ? timed.map((segment) => `[${segment.time}] ${segment.text}`) : [text.trim()];
}
