import { t } from '@vscode/l10n';
import type { ModelTarget } from '../../model/model-target';
import type { VideoAttachment } from '../../shared/attachment/attachment';
import type { Offer } from '../../shared/attachment/tray-item';
import { mayHear } from '../audio/plan-audio';
import type { Planned } from '../planned';
import type { TimeRange } from './choose-times';
import { type FrameBudget, frameBudget } from './frame-budget';
import { type Fallback, prepareVideo } from './prepare-video';
import type { FramePlan, SoundForm, VideoPlan } from './video-plan';
import { canBeSent, wholeVideo } from './whole-video';

/** How a video is sent to this model: whole where the model watches videos, as pictures of it otherwise. */
export function planVideo(attachment: VideoAttachment, target: ModelTarget): Planned {
  const seesPictures = target.offline || target.capabilities.input?.image !== false;
  const whole = wholeVideo(attachment, target);
  if (attachment.instead === undefined && !seesPictures && whole.status !== 'taken') {
    return { status: 'obstructed', obstacle: { modality: 'video', offers: offersFor(attachment, target) } };
  }
  const range = trimmedRange(attachment);
  const budget = frameBudget(attachment, range, target);
  const plan = videoPlan(attachment, { range, budget, whole: whole.status });
  const sound = plan.form === 'video' ? 'none' : soundForm(attachment, target);
  const isFrames = plan.form === 'frames';
  const reasons = [
    ...(isFrames ? whole.reasons : []),
    ...frameReasons(attachment, plan, budget),
    ...(isFrames && sound === 'none' ? silenceReasons(attachment, target) : []),
  ];
  const fallback =
    plan.form === 'video' ? { fallback: fallbackOf(attachment, { range, budget, seesPictures, target }) } : {};
  const { transcript } = attachment.options;
  const isHeardAsText = [sound, fallback.fallback?.sound].includes('transcript');
  const edited = isHeardAsText && transcript !== undefined ? { transcript } : {};
  return {
    status: 'planned',
    plan: { ...plan, sound, ...(sound !== 'none' && { range }), ...edited, ...fallback },
    prepare: (context) => prepareVideo(attachment, { plan, sound, range, reasons, target, ...fallback }, context),
  };
}

interface FallbackFacts {
  readonly range: TimeRange;
  readonly budget: FrameBudget;
  readonly seesPictures: boolean;
  readonly target: ModelTarget;
}

/** Frames of the chosen part alone: times that were chosen may be outside of it. */
function fallbackOf(attachment: VideoAttachment, { range, budget, seesPictures, target }: FallbackFacts): Fallback {
  const { times: _times, ...options } = attachment.options;
  const sound = soundForm(attachment, target);
  return {
    ...(seesPictures && { frames: framePlan(options, range, budget) }),
    sound,
    reasons: sound === 'none' ? silenceReasons(attachment, target) : [],
  };
}

/** The part that the person wants to be sent; all of it where the ends make no sense. */
function trimmedRange({ seconds, options }: Pick<VideoAttachment, 'seconds' | 'options'>): TimeRange {
  const { start = 0, end = seconds } = options;
  const range = { start: Math.max(0, start), end: Math.min(seconds, end) };
  return range.start < range.end ? range : { start: 0, end: seconds };
}

function videoPlan(
  { instead, seconds, options }: VideoAttachment,
  { range, budget, whole }: { readonly range: TimeRange; readonly budget: FrameBudget; readonly whole: string },
): VideoPlan {
  const isTrimmed = range.start > 0 || range.end < seconds;
  const video: VideoPlan = { form: 'video', ...(isTrimmed && { part: { start: range.start, end: range.end } }) };
  switch (instead) {
    case 'text':
      return { form: 'words' };
    case 'description':
      return { form: 'descriptions', frames: framePlan(options, range, budget) };
    case 'anyway':
      return whole === 'unsendable' ? { form: 'frames', frames: framePlan(options, range, budget) } : video;
    case undefined:
      break;
  }
  const isWhole = whole === 'taken' ? options.form !== 'frames' : whole === 'untried' && options.form === 'video';
  return isWhole ? video : { form: 'frames', frames: framePlan(options, range, budget) };
}

function framePlan(
  { times = [], frameCount, onSceneChange = false }: VideoAttachment['options'],
  { start, end }: TimeRange,
  { usual, most, maxLongSide, maxBytes }: FrameBudget,
): FramePlan {
  const limits = { maxLongSide, ...(maxBytes !== undefined && { maxBytes }) };
  if (times.length > 0) {
    return { choice: { type: 'chosen', times: times.slice(0, most) }, ...limits };
  }
  const count = Math.min(frameCount ?? usual, most);
  return { choice: { type: onSceneChange ? 'sceneChange' : 'even', count, start, end }, ...limits };
}

function frameReasons({ options }: VideoAttachment, plan: VideoPlan, { most }: FrameBudget): readonly string[] {
  if (!('frames' in plan)) {
    return [];
  }
  const wished = options.times?.length ?? options.frameCount ?? 0;
  return wished > most ? [t('Only {0} frames are sent: the model takes no more of this size.', most)] : [];
}

/** Where nothing is chosen, a model that hears gets the sound beside the frames. */
function soundForm({ hasSound, instead, options }: VideoAttachment, target: ModelTarget): SoundForm {
  if (!hasSound) {
    return 'none';
  }
  if (instead === 'text') {
    return 'transcript';
  }
  const usual = target.capabilities.input?.audio === true ? 'sound' : 'none';
  const wished = options.sound ?? usual;
  return wished === 'sound' && !mayHear(target) ? 'none' : wished;
}

function silenceReasons({ hasSound, options }: VideoAttachment, target: ModelTarget): readonly string[] {
  if (!hasSound || options.sound === 'none') {
    return [];
  }
  return [
    mayHear(target)
      ? t('Its sound is not sent unless you choose so: it is not known whether the model hears.')
      : t('Its sound is not sent, for the model hears nothing; a transcript can be.'),
  ];
}

function offersFor({ hasSound }: VideoAttachment, target: ModelTarget): readonly Offer[] {
  const text: readonly Offer[] = hasSound ? ['text'] : [];
  return ['otherModel', ...text, 'description', ...(canBeSent(target) ? (['anyway'] as const) : [])];
}
