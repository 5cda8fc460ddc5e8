import { t } from '@vscode/l10n';
import type { EncodedImage, NotUntouched, Size } from '../../media-process/media-service';
import type { ModelTarget } from '../../model/model-target';
import type { ImageAttachment } from '../../shared/attachment/attachment';
import { language } from '../../shared/language';
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
    const asItIs = t('Sent as it is, only without its metadata.');
    return [attachment.frames ? `${asItIs} ${t('Many models look only at the first frame of an animation.')}` : asItIs];
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
      return [
        percent < 100
          ? t(
              'Cut into {0} parts that overlap, each at {1}% of its size, so that its text stays readable.',
              parts.length,
              percent,
            )
          : t('Cut into {0} parts that overlap, so that its text stays readable.', parts.length),
      ];
    }
    case 'sheet': {
      const shown = prepare.pictures.flatMap((request) => ('sheet' in request ? request.sheet : [])).length;
      if (frames?.times) {
        return [
          shown < count
            ? t('{0} of its {1} frames on one picture.', shown, count)
            : t('Its {0} frames on one picture.', count),
        ];
      }
      return [
        shown < count
          ? t('{0} of its {1} pages on one picture.', shown, count)
          : t('Its {0} pages on one picture.', count),
      ];
    }
    case 'frames':
    case 'pages': {
      const chosen = Array.isArray(options.frames) ? options.frames.length : count;
      return parts.length < chosen
        ? [
            form === 'frames'
              ? t(
                  'The first {0} of {1} frames: the model takes no more at once, or few would be looked at.',
                  parts.length,
                  chosen,
                )
              : t(
                  'The first {0} of {1} pages: the model takes no more at once, or few would be looked at.',
                  parts.length,
                  chosen,
                ),
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
  const sizes = [source.width, source.height, sent.width, sent.height] as const;
  if (sent.width > source.width) {
    return [t('Drawn at {0} × {1}, so that small things in it can be read.', sent.width, sent.height)];
  }
  if (options.size === 'small') {
    return [t('Scaled from {0} × {1} to {2} × {3}, as you chose.', ...sizes)];
  }
  const natural = naturalSize(attachment);
  if (isSameSize(natural, sent)) {
    return [t('Scaled from {0} × {1} to {2} × {3}: of no picture more is read.', ...sizes)];
  }
  const isLimit = isSameSize(fitToLimits(target)(natural), sent);
  return [
    isLimit
      ? t('Scaled from {0} × {1} to {2} × {3}: the model takes no more.', ...sizes)
      : t('Scaled from {0} × {1} to {2} × {3}: the model looks at no more.', ...sizes),
  ];
}

function anewReason(because: NotUntouched): string {
  switch (because) {
    case 'turned':
      return t('Encoded anew at its full size: it is stored lying or mirrored, and many models do not turn it.');
    case 'format':
      return t('Encoded anew at its full size: the model does not take its format.');
    case 'structure':
      return t("Encoded anew at its full size: its metadata can't be taken out otherwise.");
    case 'bytes':
      return t('Encoded anew: it has more bytes than the model takes.');
  }
}

function bytesReasons({ form, prepare }: ImagePlan, { images }: PicturesMade): readonly string[] {
  const smaller = images.find((image, index) => {
    const request = prepare.pictures[index];
    return request && 'box' in request ? false : form !== 'sheet' && request && image.width < request.width;
  });
  return smaller && prepare.maxBytes !== undefined
    ? [
        t(
          'Scaled to {0} × {1}: the model takes at most {2} a picture.',
          smaller.width,
          smaller.height,
          formatBytes(prepare.maxBytes),
        ),
      ]
    : [];
}

function formatBytes(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 1
    ? t('{0} KB', Math.floor(bytes / 1024))
    : t('{0} MB', megabytes.toLocaleString(language(), { maximumFractionDigits: 1, useGrouping: false }));
}
