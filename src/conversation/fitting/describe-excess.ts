import { t } from '@vscode/l10n';
import type { MediaRules } from '../../model/media-rules/media-rules';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ModelLabel } from '../../shared/conversation';
import { language } from '../../shared/language';
import type { Failure } from '../../shared/failure';
import { addCosts, isSendable, modalityOf, partCost, textCost } from './cost';
import type { FitLimits } from './request-limits';

export interface AskedQuestion {
  /** Everything that must go along with it, in bytes: instructions and what the person wrote. */
  readonly textBytes: number;
  readonly attachments: readonly Attachment[];
}

/** Why this question alone is more than the model takes, whatever becomes of the chat before it; undefined when it is not. */
export function describeExcess(
  question: AskedQuestion,
  { limits, rules, model }: { readonly limits: FitLimits; readonly rules: MediaRules; readonly model: ModelLabel },
): Failure | undefined {
  const { imageCount = Infinity, bodyBytes = Infinity, contextTokens = Infinity, manyImages } = limits;
  const parts = question.attachments.flatMap((attachment) => attachment.parts);
  const tooLarge = question.attachments.find(
    (attachment) => !attachment.parts.every((part) => isSendable(part, limits)),
  );
  const cost = addCosts([textCost(question.textBytes, rules), ...parts.map((part) => partCost(part, rules, limits))]);
  const name = model.model;
  const refused = question.attachments.find(
    ({ instead, parts: sent }) => instead !== 'anyway' && sent.some((part) => limits.refused.has(modalityOf(part))),
  );
  if (refused) {
    return failure(
      'unsupported',
      t('{0} does not take what is sent of {1}.', name, refused.name),
      t('Attach it to a new question to choose what is sent instead, or choose another model.'),
    );
  }
  if (tooLarge) {
    return failure(
      'tooLarge',
      tooLargeText(tooLarge.name, name, limits),
      t('Attach it smaller, or choose another model.'),
    );
  }
  if (cost.images > imageCount) {
    return failure(
      'tooLarge',
      imageCount === 1
        ? t('{0} takes 1 picture in a request at most, and this question has {1}.', name, format(cost.images))
        : t(
            '{0} takes {1} pictures in a request at most, and this question has {2}.',
            name,
            format(imageCount),
            format(cost.images),
          ),
      t('Ask with fewer pictures or pages, or choose another model.'),
    );
  }
  if (manyImages && cost.images > manyImages.above && cost.largeImages > 0) {
    return failure(
      'tooLarge',
      t(
        'Where there are more than {0} pictures, {1} takes none with more than {2} pixels a side. This question has {3}, of which {4} are larger.',
        format(manyImages.above),
        name,
        format(manyImages.side),
        format(cost.images),
        format(cost.largeImages),
      ),
      t('Ask with fewer or smaller pictures, or choose another model.'),
    );
  }
  if (cost.bodyBytes > bodyBytes) {
    return failure(
      'tooLarge',
      t(
        'This question makes a request of {0}, and {1} takes {2} at most.',
        megabytes(cost.bodyBytes),
        name,
        megabytes(bodyBytes),
      ),
      t('Attach less, or less of it, or choose another model.'),
    );
  }
  return cost.tokens > contextTokens
    ? failure(
        'contextExceeded',
        t(
          'This question has about {0} tokens, and {1} reads {2} at once.',
          format(cost.tokens),
          name,
          format(contextTokens),
        ),
        t('Ask with fewer pages, pictures or files, or choose another model.'),
      )
    : undefined;
}

function failure(kind: 'tooLarge' | 'contextExceeded' | 'unsupported', reason: string, remedy: string): Failure {
  return {
    kind,
    message: `${reason} ${t('Nothing was sent, and your question is kept.')} ${remedy}`,
    actions: ['selectModel', 'retry', 'sendAnyway'],
  };
}

function tooLargeText(attachment: string, model: string, { imageBytes, imageSide, imagePixels }: FitLimits): string {
  const limits = [
    ...(imageBytes === undefined ? [] : [megabytes(imageBytes)]),
    ...(imageSide === undefined ? [] : [t('{0} pixels a side', format(imageSide))]),
    ...(imagePixels === undefined ? [] : [t('{0} pixels', format(imagePixels))]),
  ];
  return limits.length === 0
    ? t('{0} is larger than {1} takes.', attachment, model)
    : t('{0} is larger than {1} takes (at most {2} for a picture).', attachment, model, limits.join(', '));
}

const number = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 });

function format(value: number): string {
  return number.format(value);
}

function megabytes(bytes: number): string {
  return `${format(bytes / 1_000_000)} MB`;
}
