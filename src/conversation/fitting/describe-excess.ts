import type { MediaRules } from '../../model/media-rules/media-rules';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ModelLabel } from '../../shared/conversation';
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
      `${name} does not take what is sent of ${refused.name}.`,
      'Attach it to a new question to choose what is sent instead',
    );
  }
  if (tooLarge) {
    return failure('tooLarge', `${tooLarge.name} is larger than ${name} takes${largest(limits)}.`, 'Attach it smaller');
  }
  if (cost.images > imageCount) {
    const most = `${format(imageCount)} ${imageCount === 1 ? 'picture' : 'pictures'}`;
    return failure(
      'tooLarge',
      `${name} takes ${most} in a request at most, and this question has ${format(cost.images)}.`,
      'Ask with fewer pictures or pages',
    );
  }
  if (manyImages && cost.images > manyImages.above && cost.largeImages > 0) {
    return failure(
      'tooLarge',
      `Where there are more than ${format(manyImages.above)} pictures, ${name} takes none with more than ${format(manyImages.side)} pixels a side. This question has ${format(cost.images)}, of which ${format(cost.largeImages)} are larger.`,
      'Ask with fewer or smaller pictures',
    );
  }
  if (cost.bodyBytes > bodyBytes) {
    return failure(
      'tooLarge',
      `This question makes a request of ${megabytes(cost.bodyBytes)}, and ${name} takes ${megabytes(bodyBytes)} at most.`,
      'Attach less, or less of it',
    );
  }
  return cost.tokens > contextTokens
    ? failure(
        'contextExceeded',
        `This question has about ${format(cost.tokens)} tokens, and ${name} reads ${format(contextTokens)} at once.`,
        'Ask with fewer pages, pictures or files',
      )
    : undefined;
}

function failure(kind: 'tooLarge' | 'contextExceeded' | 'unsupported', reason: string, remedy: string): Failure {
  return {
    kind,
    message: `${reason} Nothing was sent, and your question is kept. ${remedy}, or choose another model.`,
    actions: ['selectModel', 'retry', 'sendAnyway'],
  };
}

function largest({ imageBytes, imageSide, imagePixels }: FitLimits): string {
  const limits = [
    ...(imageBytes === undefined ? [] : [megabytes(imageBytes)]),
    ...(imageSide === undefined ? [] : [`${format(imageSide)} pixels a side`]),
    ...(imagePixels === undefined ? [] : [`${format(imagePixels)} pixels`]),
  ];
  return limits.length === 0 ? '' : ` (at most ${limits.join(', ')} for a picture)`;
}

const number = new Intl.NumberFormat('en');

function format(value: number): string {
  return number.format(value);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
