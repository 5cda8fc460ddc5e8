import { t } from '@vscode/l10n';
import type { AudioRequest } from '../../media-process/audio-service';
import type { AudioAttachment } from '../../shared/attachment/attachment';
import type { AudioOptions } from '../../shared/attachment/options';
import type { BlobReference } from '../../shared/blob';
import { formatMediaTime } from '../../shared/media-time';

/** A sound, alone or that of a video. */
export interface SoundSource {
  readonly name: string;
  readonly source: BlobReference;
  readonly seconds: number;
}

export interface SoundPart {
  /** Seconds from the beginning. */
  readonly start: number;
  /** Seconds from the beginning. */
  readonly end: number;
  readonly quality?: AudioOptions['quality'];
}

/** What is made of a sound, a plain value, with why. */
export interface SoundRequest {
  readonly request: AudioRequest;
  readonly reasons: readonly string[];
}

/** What models listen to: Gemini (https://ai.google.dev/gemini-api/docs/audio), Whisper and the Qwen models bring it to that. */
const speech = { sampleRate: 16_000, mono: true } as const;

/** Seconds of speech up to which a WAV, which every server reads, has at most 2 MB. */
const wavSeconds = 60;

/** Seconds of stereo at 48 kHz of which the same is true. */
const originalWavSeconds = 10;

/** Bytes a second of an MP3 that is as small as one made anew would be, or hardly larger. */
const smallMp3 = 12_000;

/** Of what the media process makes: 64 kbit/s of speech, 160 kbit/s of anything else. */
const speechBytesPerSecond = 8_000;
const musicBytesPerSecond = 20_000;

/**
 * Of one part, in base64 at most 20 MB: what Gemini takes in one request (https://ai.google.dev/gemini-api/docs/audio).
 * OpenAI and vLLM take a little more.
 */
const maxPartBytes = 15_000_000;

/** How a sound is sent: as small as it may be without a model hearing less, unless the person wants all of it. */
export function soundRequest({ source, seconds }: SoundSource, part: SoundPart): SoundRequest {
  const { start, end, quality } = part;
  const length = end - start;
  const bytesPerSecond = source.byteLength / seconds;
  const isMp3 = source.mediaType === 'audio/mpeg';
  if (isMp3 && (quality === 'original' || (quality === undefined && bytesPerSecond <= smallMp3))) {
    return {
      request: { start, end, format: 'mp3', maxSeconds: longest(bytesPerSecond) },
      reasons: [t('Its MP3 frames are sent as they are, without names, pictures and other tags.')],
    };
  }
  if (quality === 'original') {
    const isShort = length <= originalWavSeconds;
    return isShort
      ? { request: { start, end, format: 'wav' }, reasons: [t('It is sent as WAV, which loses nothing.')] }
      : {
          request: { start, end, format: 'mp3', maxSeconds: longest(musicBytesPerSecond) },
          reasons: [t('It is sent as MP3, for a WAV of this length would be large.')],
        };
  }
  const isShort = length <= wavSeconds;
  return {
    request: isShort
      ? { start, end, format: 'wav', ...speech }
      : { start, end, format: 'mp3', ...speech, maxSeconds: longest(speechBytesPerSecond) },
    reasons: [
      isShort
        ? t('It is mixed to one channel at 16 kHz: models listen to no more than that.')
        : t('It is mixed to one channel at 16 kHz and sent as MP3: models listen to no more than that.'),
    ],
  };
}

/** The part that the person wants to be sent; all of it where the ends make no sense. */
export function chosenPart({ seconds, options }: Pick<AudioAttachment, 'seconds' | 'options'>): SoundPart {
  const { start = 0, end = seconds, quality } = options;
  const range = { start: Math.max(0, start), end: Math.min(seconds, end) };
  return { ...(range.start < range.end ? range : { start: 0, end: seconds }), ...(quality && { quality }) };
}

/** For the model, as in "0:10 to 0:42"; undefined for all of it. */
export function rangeText({ start, end }: SoundPart, seconds: number): string | undefined {
  return start <= 0 && end >= seconds ? undefined : `${formatMediaTime(start)} to ${formatMediaTime(end)}`;
}

function longest(bytesPerSecond: number): number {
  return Math.floor(maxPartBytes / bytesPerSecond);
}
