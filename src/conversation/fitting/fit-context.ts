import type { MediaRules } from '../../model/media-rules/media-rules';
import type { ReducedAttachment, ReductionCause } from '../../shared/reduced-attachment';
import { addCosts, isSendable, modalityOf, partCost, textCost, type Cost, type Resource } from './cost';
import type { Form } from './forms';
import type { FitLimits } from './request-limits';

/** An attachment that a request is to carry. */
export interface FitItem {
  readonly messageId: string;
  readonly attachmentId: string;
  /** `current`: of the question that is asked now, never reduced. `kept`: gives way last, as the person asked. */
  readonly standing: 'earlier' | 'kept' | 'current';
  /** Text gives way after media. */
  readonly isText: boolean;
  /** From the whole to nothing but a note. */
  readonly forms: readonly Form[];
}

export interface FitOptions {
  /** The oldest first. */
  readonly items: readonly FitItem[];
  /** Everything that is sent and is no attachment. */
  readonly base: Cost;
  readonly limits: FitLimits;
  readonly rules: MediaRules;
  /** What the last request to the same model carried smaller: it stays so, for servers that keep what they have read. */
  readonly before?: readonly ReducedAttachment[];
  /** All earlier media give way as far as they can, whatever the limits. */
  readonly isLeast?: boolean;
}

export interface Fitted {
  /** The form of each item, in their order. */
  readonly forms: readonly Form[];
  readonly reduced: readonly ReducedAttachment[];
}

/** Where a limit was exceeded, a little more gives way than must, so that the next question needs no other choice. */
const slack = 0.9;

/**
 * Chooses how each attachment is carried, so that a request is within the limits of its model as far as earlier questions
 * can bring it there: the oldest media give way first, each a step at a time, then texts, then what the person wants
 * whole. Pure: the same chat gets the same forms.
 */
export function fitContext(options: FitOptions): Fitted {
  const fitting = new Fitting(options);
  fitting.run();
  return fitting.result;
}

interface Choice {
  readonly item: FitItem;
  /** Those that may be sent to this model, with what they cost. */
  readonly forms: readonly { readonly form: Form; readonly cost: Cost }[];
  index: number;
  cause: ReductionCause | undefined;
}

const causes: Readonly<Record<Resource, ReductionCause>> = {
  tokens: 'context',
  bodyBytes: 'bytes',
  images: 'count',
  largeImages: 'count',
};

class Fitting {
  readonly #options: FitOptions;
  readonly #choices: readonly Choice[];

  constructor(options: FitOptions) {
    this.#options = options;
    this.#choices = options.items.map((item) => this.#choiceOf(item));
  }

  get result(): Fitted {
    return {
      forms: this.#choices.flatMap(({ forms, index }) => forms[index]?.form ?? []),
      reduced: this.#choices.flatMap(({ item, forms, index, cause }) => {
        const name = forms[index]?.form.name;
        const { messageId, attachmentId } = item;
        return name && name !== 'whole' && cause ? [{ messageId, attachmentId, form: name, cause }] : [];
      }),
    };
  }

  run(): void {
    const { limits, before = [], isLeast = false } = this.#options;
    if (isLeast) {
      this.#giveWay(this.#of('earlier', false), 'tokens', () => true);
    }
    // What a server refused without saying how much it takes stays as it was then sent.
    const isUnknown = limits.inputTokens === undefined && before.some(({ cause }) => cause === 'context');
    if (isUnknown || this.#exceeded() !== undefined) {
      this.#takeUp(before);
    }
    for (let resource = this.#exceeded(); resource && this.#reduce(resource); resource = this.#exceeded()) {
      // Each round makes one resource fit; another may be left.
    }
  }

  #choiceOf(item: FitItem): Choice {
    const { limits, rules } = this.#options;
    const refusal = (form: Form): ReductionCause | undefined => {
      if (item.standing === 'current') {
        return undefined;
      }
      if (form.parts.some((part) => limits.refused.has(modalityOf(part)))) {
        return 'modality';
      }
      return form.parts.every((part) => isSendable(part, limits)) ? undefined : 'bytes';
    };
    return {
      item,
      forms: item.forms
        .filter((form) => refusal(form) === undefined)
        .map((form) => ({ form, cost: formCost(form, rules, limits) })),
      index: 0,
      cause: item.forms[0] && refusal(item.forms[0]),
    };
  }

  #takeUp(before: readonly ReducedAttachment[]): void {
    for (const choice of this.#choices) {
      const { messageId, attachmentId, standing } = choice.item;
      const earlier = before.find((other) => other.messageId === messageId && other.attachmentId === attachmentId);
      const index = choice.forms.findIndex(({ form }) => form.name === earlier?.form);
      if (earlier && standing === 'earlier' && index > choice.index) {
        choice.index = index;
        choice.cause ??= earlier.cause;
      }
    }
  }

  get #total(): Cost {
    return addCosts([this.#options.base, ...this.#choices.flatMap(({ forms, index }) => forms[index]?.cost ?? [])]);
  }

  #exceeded(): Resource | undefined {
    const { inputTokens = Infinity, bodyBytes = Infinity, imageCount = Infinity, manyImages } = this.#options.limits;
    const total = this.#total;
    if (total.images > imageCount) {
      return 'images';
    }
    if (manyImages && total.images > manyImages.above && total.largeImages > 0) {
      return 'largeImages';
    }
    if (total.bodyBytes > bodyBytes) {
      return 'bodyBytes';
    }
    return total.tokens > inputTokens ? 'tokens' : undefined;
  }

  /** Whether it is within this limit now. */
  #reduce(resource: Resource): boolean {
    const isOver = (): boolean => this.#exceeded() === resource;
    const isNear = (): boolean => isOver() || this.#isNear(resource);
    for (const given of this.#remediesFor(resource)) {
      this.#giveWay(this.#of('earlier', false), given, isNear);
      this.#giveWay(this.#of('earlier', true), given, isOver);
      this.#giveWay(this.#of('kept', false), given, isOver);
      this.#giveWay(this.#of('kept', true), given, isOver);
    }
    return !isOver();
  }

  /** Many pictures may not be large: either there are fewer, or those that are large become small, whichever changes less. */
  #remediesFor(resource: Resource): readonly Resource[] {
    if (resource !== 'largeImages') {
      return [resource];
    }
    const { images, largeImages } = this.#total;
    const tooMany = images - (this.#options.limits.manyImages?.above ?? 0);
    return tooMany < largeImages ? ['images', 'largeImages'] : ['largeImages', 'images'];
  }

  #of(standing: FitItem['standing'], isText: boolean): readonly Choice[] {
    return this.#choices.filter(({ item }) => item.standing === standing && item.isText === isText);
  }

  #isNear(resource: Resource): boolean {
    const { inputTokens = Infinity, bodyBytes = Infinity } = this.#options.limits;
    const total = this.#total;
    return (
      (resource === 'tokens' && total.tokens > inputTokens * slack) ||
      (resource === 'bodyBytes' && total.bodyBytes > bodyBytes * slack)
    );
  }

  /** Step by step, the oldest first: one takes its second step when all have taken their first. */
  #giveWay(choices: readonly Choice[], resource: Resource, isNeeded: () => boolean): void {
    const steps = Math.max(0, ...choices.map(({ forms }) => forms.length - 1));
    for (let step = 1; step <= steps; step++) {
      for (const choice of choices.filter(({ index }) => index < step)) {
        if (!isNeeded()) {
          return;
        }
        const now = choice.forms[choice.index]?.cost[resource] ?? 0;
        const next = choice.forms.findIndex(({ cost }, index) => index > choice.index && cost[resource] < now);
        if (next !== -1) {
          choice.index = next;
          choice.cause ??= causes[resource];
        }
      }
    }
  }
}

function formCost({ parts, note = '', text = '' }: Form, rules: MediaRules, limits: FitLimits): Cost {
  const words = textCost(Buffer.byteLength(note + text), rules);
  return addCosts([words, ...parts.map((part) => partCost(part, rules, limits))]);
}
