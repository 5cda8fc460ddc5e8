import { t } from '@vscode/l10n';
import { addCosts, isSendable, partCost, textCost } from '../../conversation/fitting/cost';
import { requestLimits, type FitLimits } from '../../conversation/fitting/request-limits';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { PartsEstimate } from '../../shared/attachment/tray-item';
import type { TrayWarning } from '../../shared/attachment/tray-warning';
import { language } from '../../shared/language';
import type { ParameterLayer } from '../../shared/parameters';
import { formatBudget } from '../../usage/budget';

export interface Attached {
  readonly attachment: Attachment;
  readonly estimate: PartsEstimate;
}

export interface AskedNext {
  /** What is ready in the tray. */
  readonly attached: readonly Attached[];
  /** Bytes of the question and the instructions that go with it. */
  readonly textBytes: number;
  readonly target: ModelTarget;
  readonly parameters?: ParameterLayer;
  /** US dollars that are left of the month's budget; absent where there is none. */
  readonly dollarsLeft?: number;
}

export type Excess = Omit<TrayWarning, 'remedies'> & {
  /** Of the attachments that have a part in it, the largest first. */
  readonly ids: readonly string[];
};

/** From here on a limit is near. */
const nearShare = 0.8;

/** The limits that the next question comes near to or is beyond, by the arithmetic with which requests are fitted. Pure. */
export function findExcess(asked: AskedNext): readonly Excess[] {
  if (asked.attached.length === 0) {
    return [];
  }
  const limits = requestLimits(asked.target, asked.parameters);
  return [
    ...contextExcess(asked, limits),
    ...sizeExcess(asked, limits),
    ...pictureExcess(asked, limits),
    ...byteExcess(asked, limits),
    ...budgetExcess(asked),
  ];
}

function contextExcess({ attached, textBytes, target }: AskedNext, limits: FitLimits): readonly Excess[] {
  const { contextTokens, inputTokens } = limits;
  if (contextTokens === undefined || inputTokens === undefined) {
    return [];
  }
  const text = textCost(textBytes, findMediaRules(target)).tokens;
  const tokens = total(attached.map(({ estimate }) => estimate.tokens)) + text;
  const ids = largestFirst(attached, ({ estimate }) => estimate.tokens);
  if (tokens > contextTokens) {
    const told = t(
      'The question has about {0} tokens with what is attached, and {1} reads {2} at once. It would not be sent.',
      number(tokens),
      target.model,
      number(contextTokens),
    );
    return [{ limit: 'context', isOver: true, text: told, ids }];
  }
  if (tokens <= Math.min(inputTokens, contextTokens * nearShare)) {
    return [];
  }
  const told = t(
    'The question has about {0} tokens with what is attached, of the {1} that {2} reads at once: little room is left for the chat and the answer.',
    number(tokens),
    number(contextTokens),
    target.model,
  );
  return [{ limit: 'context', isOver: false, text: told, ids }];
}

function sizeExcess({ attached, target }: AskedNext, limits: FitLimits): readonly Excess[] {
  const tooLarge = attached.filter(({ attachment }) => !attachment.parts.every((part) => isSendable(part, limits)));
  const [first, second] = tooLarge;
  if (!first) {
    return [];
  }
  const text = second
    ? t('{0} attachments are larger than {1} takes. They would not be sent.', tooLarge.length, target.model)
    : t('{0} is larger than {1} takes. It would not be sent.', first.attachment.name, target.model);
  return [{ limit: 'pictureSize', isOver: true, text, ids: largestFirst(tooLarge, ({ estimate }) => estimate.bytes) }];
}

function pictureExcess({ attached, target }: AskedNext, limits: FitLimits): readonly Excess[] {
  const rules = findMediaRules(target);
  const { imageCount = Infinity, manyImages } = limits;
  const costs = attached.map(({ attachment }) =>
    addCosts(attachment.parts.map((part) => partCost(part, rules, limits))),
  );
  const { images, largeImages } = addCosts(costs);
  const ids = largestFirst(attached, (one) => costs[attached.indexOf(one)]?.images ?? 0);
  if (images > imageCount) {
    const text =
      imageCount === 1
        ? t(
            '{0} takes 1 picture in a request, and {1} are attached. They would not be sent.',
            target.model,
            number(images),
          )
        : t(
            '{0} takes {1} pictures in a request, and {2} are attached. They would not be sent.',
            target.model,
            number(imageCount),
            number(images),
          );
    return [{ limit: 'pictures', isOver: true, text, ids }];
  }
  if (!manyImages || images <= manyImages.above || largeImages === 0) {
    return [];
  }
  const text = t(
    'Where there are more than {0} pictures, {1} takes none with more than {2} pixels a side. {3} of these {4} are larger.',
    number(manyImages.above),
    target.model,
    number(manyImages.side),
    number(largeImages),
    number(images),
  );
  return [{ limit: 'manyPictures', isOver: true, text, ids }];
}

function byteExcess({ attached, textBytes, target }: AskedNext, limits: FitLimits): readonly Excess[] {
  const { bodyBytes } = limits;
  if (bodyBytes === undefined) {
    return [];
  }
  const rules = findMediaRules(target);
  const parts = attached.flatMap(({ attachment }) => attachment.parts);
  const bytes = addCosts([textCost(textBytes, rules), ...parts.map((part) => partCost(part, rules, limits))]).bodyBytes;
  if (bytes <= bodyBytes * nearShare) {
    return [];
  }
  const isOver = bytes > bodyBytes;
  const text = isOver
    ? t(
        'What is attached makes a request of {0} MB, and {1} takes {2} MB. It would not be sent.',
        megabytes(bytes),
        target.model,
        megabytes(bodyBytes),
      )
    : t(
        'What is attached makes a request of {0} MB, of the {1} MB that {2} takes.',
        megabytes(bytes),
        megabytes(bodyBytes),
        target.model,
      );
  return [{ limit: 'bytes', isOver, text, ids: largestFirst(attached, ({ estimate }) => estimate.bytes) }];
}

/** A budget stops the request after the one that used it up: this one would still be sent. */
function budgetExcess({ attached, dollarsLeft }: AskedNext): readonly Excess[] {
  const dollars = total(attached.map(({ estimate }) => estimate.dollars ?? 0));
  if (dollarsLeft === undefined || dollars === 0 || dollars <= dollarsLeft * nearShare) {
    return [];
  }
  const text = t(
    'What is attached costs about {0}, and {1} are left of the budget of this month.',
    formatBudget(dollars),
    formatBudget(Math.max(0, dollarsLeft)),
  );
  const ids = largestFirst(attached, ({ estimate }) => estimate.dollars ?? 0);
  return [{ limit: 'budget', isOver: dollars > dollarsLeft, text, ids }];
}

function largestFirst(attached: readonly Attached[], size: (one: Attached) => number): readonly string[] {
  return attached.toSorted((left, right) => size(right) - size(left)).map(({ attachment }) => attachment.id);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
}
