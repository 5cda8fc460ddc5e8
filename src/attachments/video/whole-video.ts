import { t } from '@vscode/l10n';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { VideoAttachment } from '../../shared/attachment/attachment';

/**
 * Whether a video can be sent as it is. `untried`: nobody knows, and the person may try; `unsendable`: the protocol has
 * no part for it.
 */
export interface WholeVideo {
  readonly status: 'taken' | 'untried' | 'refused' | 'unsendable';
  /** Why it is not sent as it is. */
  readonly reasons: readonly string[];
}

/** Google's limit of a whole request, https://ai.google.dev/gemini-api/docs/video-understanding; others say none. */
const BODY_BYTES = 20 * 1024 * 1024;
/** A server of the person's own has no such limit; the file is held in memory there. */
const LOCAL_BODY_BYTES = 128 * 1024 * 1024;
const base64Growth = 4 / 3;
/** For everything else in the question. */
const otherBytes = 256 * 1024;

export function wholeVideo({ source }: Pick<VideoAttachment, 'source'>, target: ModelTarget): WholeVideo {
  const takesVideo = target.capabilities.input?.video;
  if (!canBeSent(target)) {
    return {
      status: 'unsendable',
      reasons: [t("Videos can't be sent to this model, so it gets pictures of this one.")],
    };
  }
  if (takesVideo === false) {
    return { status: 'refused', reasons: [t('The model watches no videos, so it gets pictures of this one.')] };
  }
  const limit = findMediaRules(target).request.bodyBytes ?? (target.isLocal ? LOCAL_BODY_BYTES : BODY_BYTES);
  if (source.byteLength * base64Growth + otherBytes > limit) {
    const megabytes = Math.floor((limit - otherBytes) / base64Growth / 1024 / 1024);
    return {
      status: 'refused',
      reasons: [t('It is larger than the {0} MB that can be sent whole, so the model gets pictures of it.', megabytes)],
    };
  }
  return takesVideo === true
    ? { status: 'taken', reasons: [] }
    : {
        status: 'untried',
        reasons: [t('It is not known whether the model watches videos, so it gets pictures of this one.')],
      };
}

/** OpenAI's Responses API and the models of other extensions take no videos at all. */
export function canBeSent({ offline, isLanguageModel, api }: ModelTarget): boolean {
  return !offline && !isLanguageModel && api !== 'responses';
}
