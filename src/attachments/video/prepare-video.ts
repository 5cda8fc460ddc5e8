import { t } from '@vscode/l10n';
import type { ModelTarget } from '../../model/model-target';
import type { SentPart, VideoAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { language } from '../../shared/language';
import { formatMediaTime } from '../../shared/media-time';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { soundParts, transcriptParts } from '../audio/sound-parts';
import { evenTimes, sceneTimes, type TimeRange } from './choose-times';
import { framesOf } from './frames-of';
import { wholeParts } from './whole-parts';
import type { FramePlan, SoundForm, VideoPlan } from './video-plan';
import { labelName } from '../label-name';

export interface VideoPreparation {
  readonly plan: VideoPlan;
  readonly sound: SoundForm;
  readonly range: TimeRange;
  /** Why it is this plan. */
  readonly reasons: readonly string[];
  readonly target: ModelTarget;
  /** Of a plan to send the video itself: what is sent where that would tell more than the person chose. */
  readonly fallback?: Fallback;
}

export interface Fallback {
  /** Undefined for a model that sees no pictures. */
  readonly frames?: FramePlan;
  readonly sound: SoundForm;
  /** Why the sound is not sent beside the frames. */
  readonly reasons: readonly string[];
}

/** Frames that are looked at for where the picture changes. */
const MOST_LOOKED_AT = 60;
const lookedAtSide = 64;

/** Makes the parts of a video. */
export async function prepareVideo(
  attachment: VideoAttachment,
  preparation: VideoPreparation,
  context: PrepareContext,
): Promise<VideoAttachment> {
  const { plan, reasons } = preparation;
  if (plan.form === 'video') {
    const whole = await wholeParts(attachment, plan.part, context);
    if ('refusal' in whole) {
      return await prepareVideo(attachment, insteadOfWhole(attachment, preparation, whole.refusal), context);
    }
    return { ...attachment, parts: whole.parts, reasons: [...whole.reasons, ...reasons] };
  }
  const pictures = await pictureParts(attachment, plan, context);
  const sound = await soundOf(attachment, preparation, context);
  const { transcript: _transcript, ...unheard } = attachment;
  return {
    ...unheard,
    ...(sound.transcript !== undefined && { transcript: sound.transcript }),
    parts: [...pictures.parts, ...sound.parts],
    reasons: [...pictures.reasons, ...reasons, ...sound.reasons],
  };
}

/** Throws an `AttachmentError` where the model sees no pictures either. */
function insteadOfWhole(
  { name }: VideoAttachment,
  { fallback, ...preparation }: VideoPreparation,
  refusal: string,
): VideoPreparation {
  if (!fallback?.frames) {
    throw new AttachmentError(
      'unsupportedFormat',
      name,
      `${refusal} ${t('Save the part that you want to send as a video of its own and attach that.')}`,
    );
  }
  return {
    ...preparation,
    plan: { form: 'frames', frames: fallback.frames },
    sound: fallback.sound,
    reasons: [`${refusal} ${t('So the model gets pictures of it.')}`, ...preparation.reasons, ...fallback.reasons],
  };
}

async function soundOf(
  attachment: VideoAttachment,
  { sound, range }: VideoPreparation,
  context: PrepareContext,
): Promise<Prepared> {
  const { options } = attachment;
  switch (sound) {
    case 'none':
      return { parts: [], reasons: [] };
    case 'transcript': {
      const edited = options.transcript;
      return await transcriptParts(attachment, { ...range, ...(edited !== undefined && { edited }) }, context);
    }
    case 'sound':
      break;
  }
  try {
    return await soundParts(attachment, range, context);
  } catch (error) {
    // Nobody asked for it: the frames are worth sending without.
    if (options.sound === undefined && error instanceof AttachmentError && error.kind === 'codecMissing') {
      return { parts: [], reasons: [t('Its sound is not sent. {0}', error.message)] };
    }
    throw error;
  }
}

interface Prepared {
  readonly parts: readonly SentPart[];
  readonly reasons: readonly string[];
  readonly transcript?: string;
}

async function pictureParts(
  attachment: VideoAttachment,
  plan: Exclude<VideoPlan, { readonly form: 'video' }>,
  context: PrepareContext,
): Promise<Prepared> {
  if (plan.form === 'words') {
    return { parts: [], reasons: [] };
  }
  const { times, frames } = await takeFrames(attachment, plan.frames, context);
  if (plan.form === 'descriptions') {
    return await describedFrames(attachment, { times, frames }, context);
  }
  const parts = frames.map((blob, index): SentPart => {
    const seconds = times[index] ?? 0;
    return { type: 'image', blob, label: frameLabel(attachment, seconds), place: { seconds } };
  });
  return { parts, reasons: [frameSentence(plan.frames, times)] };
}

async function takeFrames(
  attachment: VideoAttachment,
  { choice, ...limits }: FramePlan,
  context: PrepareContext,
): Promise<{ readonly times: readonly number[]; readonly frames: readonly ImageReference[] }> {
  const times =
    choice.type === 'chosen'
      ? choice.times
      : choice.type === 'even'
        ? evenTimes(choice, choice.count)
        : await changingTimes(attachment, choice, context);
  return { times, frames: await framesOf(attachment, { times, ...limits }, context) };
}

/** Looks at small frames all over the range to find those that show something new. */
async function changingTimes(
  attachment: VideoAttachment,
  choice: TimeRange & { readonly count: number },
  context: PrepareContext,
): Promise<readonly number[]> {
  const { media, blobs, signal } = context;
  const lookedAt = evenTimes(choice, Math.min(MOST_LOOKED_AT, Math.max(choice.count * 4, 16)));
  const small = await framesOf(attachment, { times: lookedAt, maxLongSide: lookedAtSide }, context);
  const pictures = await Promise.all(small.map(({ sha256 }) => blobs.get(sha256)));
  return sceneTimes(lookedAt, await media.compareFrames(pictures, { signal }), choice.count);
}

async function describedFrames(
  attachment: VideoAttachment,
  { times, frames }: { readonly times: readonly number[]; readonly frames: readonly ImageReference[] },
  { blobs, describe, progress, signal }: PrepareContext,
): Promise<Prepared> {
  const parts: SentPart[] = [];
  for (const [index, frame] of frames.entries()) {
    progress(t('Describing frames'), index / frames.length);
    const text = `${frameLabel(attachment, times[index] ?? 0)}\n${await describe(frame, { signal })}`;
    parts.push({ type: 'text', blob: await blobs.put(Buffer.from(text), 'text/plain') });
  }
  return { parts, reasons: [t('The model sees no pictures: it gets descriptions of {0} frames.', frames.length)] };
}

/** As in "Frame at 0:12 of bug.mp4:". */
function frameLabel({ name }: VideoAttachment, seconds: number): string {
  return `Frame at ${formatMediaTime(seconds)} of ${labelName(name)}:`;
}

function frameSentence({ choice }: FramePlan, times: readonly number[]): string {
  const count = times.length === 1 ? t('1 frame is sent') : t('{0} frames are sent', times.length);
  switch (choice.type) {
    case 'chosen':
      return t('{0}, at the times that you chose.', count);
    case 'sceneChange':
      return t('{0}, from where the picture changes most.', count);
    case 'even':
      return t('{0}, about one every {1}.', count, spacing((choice.end - choice.start) / times.length));
  }
}

function spacing(seconds: number): string {
  const rounded = seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  return rounded === 1 ? t('second') : t('{0} seconds', rounded.toLocaleString(language()));
}
