import type { EncodedImage, NotUntouched, Size } from '../../media-process/media-service';
import type { ModelTarget } from '../../model/model-target';
import type { ImageAttachment } from '../../shared/attachment/attachment';
import { fitToLimits, isSameSize } from './picture-fit';
import { naturalSize, type ImagePlan } from './picture-plan';

/** What became of a plan. */
export interface PicturesMade {
  readonly images: readonly (Size & Pick<EncodedImage, 'mediaType'>)[];
  readonly notUntouched?: NotUntouched;
}

/** Whether the picture goes as it was attached, with all that moves in it. */
export function isUntouched({ prepare }: ImagePlan, { notUntouched }: Pick<PicturesMade, 'notUntouched'>): boolean {
  return prepare.untouched !== undefined && notUntouched === undefined;
}

/** Why that is sent, as sentences for the person; nothing where the picture is sent as it looks. */
export function pictureReasons(
  attachment: ImageAttachment,
  { plan, target, made }: { readonly plan: ImagePlan; readonly target: ModelTarget; readonly made: PicturesMade },
): readonly string[] {
  if (isUntouched(plan, made)) {
    const asItIs = 'Sent as it is, only without its metadata.';
    return [attachment.frames ? `${asItIs} Many models look only at the first frame of an animation.` : asItIs];
  }
  return [
    ...formReasons(attachment, plan),
    ...(plan.form === 'whole' ? sizeReasons(attachment, target, plan) : []),
    ...(made.notUntouched ? [anewReason(made.notUntouched)] : []),
    ...bytesReasons(plan, made),
  ];
}

function formReasons(
  { frames, source, options }: ImageAttachment,
  { form, parts, prepare }: ImagePlan,
): readonly string[] {
  const count = frames?.count ?? 1;
  switch (form) {
    case 'whole':
      return [];
    case 'tiles': {
      const [first] = prepare.pictures;
      const percent = Math.round((100 * (first?.width ?? source.width)) / source.width);
      const scaled = percent < 100 ? `, each at ${percent}% of its size` : '';
      return [`Cut into ${parts.length} parts that overlap${scaled}, so that its text stays readable.`];
    }
    case 'sheet': {
      const shown = prepare.pictures.flatMap((request) => ('sheet' in request ? request.sheet : [])).length;
      const what = frames?.times ? 'frames' : 'pages';
      return [
        shown < count ? `${shown} of its ${count} ${what} on one picture.` : `Its ${count} ${what} on one picture.`,
      ];
    }
    case 'frames':
    case 'pages': {
      const chosen = Array.isArray(options.frames) ? options.frames.length : count;
      return parts.length < chosen
        ? [
            `The first ${parts.length} of ${chosen} ${form}: the model takes no more at once, or few would be looked at.`,
          ]
        : [];
    }
  }
}

function sizeReasons(attachment: ImageAttachment, target: ModelTarget, { prepare }: ImagePlan): readonly string[] {
  const { source, options } = attachment;
  const [sent] = prepare.pictures;
  if (!sent || isSameSize(sent, source)) {
    return [];
  }
  const sizes = `from ${source.width} × ${source.height} to ${sent.width} × ${sent.height}`;
  if (sent.width > source.width) {
    return [`Drawn at ${sent.width} × ${sent.height}, so that small things in it can be read.`];
  }
  if (options.size === 'small') {
    return [`Scaled ${sizes}, as you chose.`];
  }
  const isLimit = isSameSize(fitToLimits(target)(naturalSize(attachment)), sent);
  return [`Scaled ${sizes}: the model ${isLimit ? 'takes' : 'looks at'} no more.`];
}

function anewReason(because: NotUntouched): string {
  switch (because) {
    case 'turned':
      return 'Encoded anew at its full size: it is stored lying or mirrored, and many models do not turn it.';
    case 'format':
      return 'Encoded anew at its full size: the model does not take its format.';
    case 'structure':
      return "Encoded anew at its full size: its metadata can't be taken out otherwise.";
    case 'bytes':
      return 'Encoded anew: it has more bytes than the model takes.';
  }
}

function bytesReasons({ form, prepare }: ImagePlan, { images }: PicturesMade): readonly string[] {
  const smaller = images.find((image, index) => {
    const request = prepare.pictures[index];
    return request && 'box' in request ? false : form !== 'sheet' && request && image.width < request.width;
  });
  return smaller && prepare.maxBytes !== undefined
    ? [
        `Scaled to ${smaller.width} × ${smaller.height}: the model takes at most ${formatBytes(prepare.maxBytes)} a picture.`,
      ]
    : [];
}

function formatBytes(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 1 ? `${Math.floor(bytes / 1024)} KB` : `${Number(megabytes.toFixed(1))} MB`;
}
