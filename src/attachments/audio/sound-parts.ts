import { t } from '@vscode/l10n';
import type { SentPart } from '../../shared/attachment/attachment';
import { formatMediaTime } from '../../shared/media-time';
import type { PrepareContext } from '../attachment-services';
import { encodeSound } from './encode-sound';
import { rangeText, type SoundPart, soundRequest, type SoundSource } from './sound-request';
import { transcribeSound } from './transcribe-sound';
import { labelName } from '../label-name';

export interface PreparedSound {
  readonly parts: readonly SentPart[];
  readonly reasons: readonly string[];
}

/** A part of a sound as servers take it, in as many clips as their limits ask for. Throws `AttachmentError`. */
export async function soundParts(sound: SoundSource, part: SoundPart, context: PrepareContext): Promise<PreparedSound> {
  const { request, reasons } = soundRequest(sound, part);
  const pieces = await encodeSound(sound, request, context);
  const parts = pieces.map(({ blob, start, seconds }, index): SentPart => {
    const isOne = pieces.length === 1;
    const which = isOne ? '' : `Clip ${index + 1} of ${pieces.length} of `;
    const range = isOne ? rangeText(part, sound.seconds) : rangeText({ start, end: start + seconds }, 0);
    return { type: 'audio', blob, seconds, label: `${which}${labelName(sound.name)}${range ? `, ${range}` : ''}:` };
  });
  const trimmed = rangeText(part, sound.seconds);
  return {
    parts,
    reasons: [
      ...(trimmed ? [trimReason(part, sound.seconds)] : []),
      ...reasons,
      ...(parts.length > 1 ? [t('It is sent in {0} clips: servers take about 20 MB of one.', parts.length)] : []),
    ],
  };
}

export interface PreparedTranscript extends PreparedSound {
  /** What was said, without what is put before it. */
  readonly transcript: string;
}

/**
 * What is said in a part of a sound, as text. Throws `AttachmentError`.
 *
 * @param edited the transcript as the person has changed it; nothing is transcribed then
 */
export async function transcriptParts(
  sound: SoundSource,
  part: SoundPart & { readonly edited?: string },
  context: PrepareContext,
): Promise<PreparedTranscript> {
  const { edited, ...range } = part;
  const transcript = edited ?? (await transcribeSound(sound, range, context));
  const trimmed = rangeText(range, sound.seconds);
  const made = edited === undefined ? 'made by speech recognition' : 'made by speech recognition and corrected by hand';
  const title = `Transcript of ${labelName(sound.name)}${trimmed ? `, ${trimmed}` : ''}, ${made}:`;
  const text = `${title}\n\n${transcript.trim() === '' ? '(No speech was recognized.)' : transcript}`;
  const blob = await context.blobs.put(Buffer.from(text), 'text/plain');
  return {
    parts: [{ type: 'text', blob }],
    reasons: [
      ...(trimmed ? [trimReason(range, sound.seconds)] : []),
      edited === undefined ? t('What is said in it is sent as text.') : t('The transcript is sent as you changed it.'),
    ],
    transcript,
  };
}

function trimReason({ start, end }: SoundPart, seconds: number): string {
  return t(
    'Only {0} to {1} of {2} is sent.',
    formatMediaTime(start),
    formatMediaTime(end),
    formatMediaTime(Math.round(seconds)),
  );
}
