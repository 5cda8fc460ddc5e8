import { t } from '@vscode/l10n';
import type { SentPart, VideoAttachment } from '../../shared/attachment/attachment';
import { formatMediaTime } from '../../shared/media-time';
import type { PrepareContext } from '../attachment-services';
import { mediaSource, withName } from '../stored-file';
import type { TimeRange } from './choose-times';

/** How much earlier than chosen a part may begin, in seconds: what is trimmed away may be a secret. */
const earliestStart = 0.1;

/** The video itself as it is sent, or why it must not be: it would tell more than the person chose. */
export type WholeParts =
  { readonly parts: readonly SentPart[]; readonly reasons: readonly string[] } | { readonly refusal: string };

/** @param part what the person chose of it; undefined for all of it */
export async function wholeParts(
  attachment: VideoAttachment,
  part: TimeRange | undefined,
  { media, blobs, signal }: PrepareContext,
): Promise<WholeParts> {
  const { name, source, width, height, seconds } = attachment;
  const range = part ?? { start: 0, end: seconds };
  const cut = await withName(name, async () => media.cutVideo(await mediaSource(blobs, source), range, { signal }));
  if (!cut) {
    return part ? { refusal: t('No part can be cut out of a file of this kind.') } : unchanged(attachment);
  }
  if (part && part.start - cut.start > earliestStart) {
    const [chosen, possible] = [formatMediaTime(part.start), formatMediaTime(cut.start)];
    return {
      refusal: t('A video cut out of it would begin at {0}, before {1} where the chosen part does.', possible, chosen),
    };
  }
  const blob = await blobs.put(cut.bytes, cut.mediaType);
  const label = part ? `${name}, from ${formatMediaTime(cut.start)} on:` : `${name}:`;
  return {
    parts: [{ type: 'video', blob, seconds: cut.seconds, width, height, label }],
    reasons: [
      part
        ? t(
            'The model watches videos, so the chosen part of it is sent, with its sound, without what else the file holds, such as where it was taken.',
          )
        : t(
            'The model watches videos, so it is sent whole, with its sound, without what else the file holds, such as where it was taken.',
          ),
    ],
  };
}

/** With what is written in the file about it: only where the person asked for the video itself. */
function unchanged({ name, source, seconds, width, height, options, instead }: VideoAttachment): WholeParts {
  if (options.form !== 'video' && instead !== 'anyway') {
    return { refusal: t("What else is in a file of this kind, such as who made it and when, can't be taken out.") };
  }
  return {
    parts: [{ type: 'video', blob: source, seconds, width, height, label: `${name}:` }],
    reasons: [
      t(
        'You chose to send the video itself: it is sent as it is, with what else the file holds, such as who made it and when.',
      ),
    ],
  };
}
