import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { Message, UserMessage } from '../../shared/conversation';
import type { Failure } from '../../shared/failure';
import type { ParameterLayer } from '../../shared/parameters';
import type { ReducedAttachment } from '../../shared/reduced-attachment';
import { modalityOf, textCost } from './cost';
import { describeExcess } from './describe-excess';
import { fitContext, type FitItem } from './fit-context';
import { formsOf, type Form } from './forms';
import { requestLimits } from './request-limits';

/**
 * `limits`: earlier questions give way as far as the model's limits ask for it. `least`: all their media give way as far
 * as they can, for a model whose limits nobody knows. `anyway`: as `limits`, and the question itself is sent whatever is
 * known of the model.
 */
export type FitMode = 'limits' | 'least' | 'anyway';

export interface QuestionsToFit {
  /** The chat up to and with the question to be answered. */
  readonly messages: readonly Message[];
  readonly target: ModelTarget;
  /** All instructions as they are sent. */
  readonly systemText: string;
  readonly parameters?: ParameterLayer;
  /** Questions whose pictures are not sent any more, for another reason. */
  readonly withoutImages: ReadonlySet<string>;
  readonly mode?: FitMode;
  /** Text that there is of attachments, by their identifiers. */
  readonly texts?: ReadonlyMap<string, string>;
}

export type FittedQuestions =
  | {
      readonly status: 'fitted';
      readonly formOf: (messageId: string, attachmentId: string) => Form | undefined;
      readonly reduced: readonly ReducedAttachment[];
      /** Something of earlier questions could be carried smaller still. */
      readonly canGiveWay: boolean;
    }
  | { readonly status: 'tooLarge'; readonly failure: Failure };

/** Decides how each attachment of a chat is carried to a model, or why the last question can't be. */
export function fitQuestions(options: QuestionsToFit): FittedQuestions {
  const { messages, target, systemText, parameters, withoutImages, mode = 'limits', texts } = options;
  const rules = findMediaRules(target);
  const limits = requestLimits(target, parameters);
  const current = messages.at(-1);
  const carried = (question: UserMessage): readonly Attachment[] =>
    withoutImages.has(question.id) ? question.attachments.flatMap(withoutPictures) : question.attachments;
  const excess =
    current?.role === 'user' && mode !== 'anyway'
      ? describeExcess(
          { textBytes: bytesOf(systemText, current.text), attachments: carried(current) },
          { limits, rules, model: target },
        )
      : undefined;
  if (excess) {
    return { status: 'tooLarge', failure: excess };
  }
  const questions = messages.filter((message) => message.role === 'user');
  const items = questions.flatMap((question) =>
    carried(question).map((attachment) => ({
      ...standingOf(attachment, question, question === current),
      forms: formsOf(attachment, texts?.get(attachment.id)),
    })),
  );
  const { forms, reduced } = fitContext({
    items,
    base: textCost(bytesOf(systemText, ...messages.map(({ text }) => text)), rules),
    limits,
    rules,
    before: reducedBefore(messages, target),
    isLeast: mode === 'least',
  });
  const chosen = new Map(items.map((item, index) => [keyOf(item), forms[index]]));
  return {
    status: 'fitted',
    formOf: (messageId, attachmentId) => chosen.get(keyOf({ messageId, attachmentId })),
    reduced,
    canGiveWay: items.some(({ standing, isText }, index) => {
      return standing === 'earlier' && !isText && forms[index]?.name !== 'leftOut';
    }),
  };
}

/** What is left of an attachment without the pictures in it; nothing where that says nothing. */
function withoutPictures(attachment: Attachment): readonly Attachment[] {
  const parts = attachment.parts.filter((part) => modalityOf(part) !== 'image');
  const saysSomething = parts.some((part) => part.type !== 'text' || !part.isNote);
  return saysSomething ? [{ ...attachment, parts }] : [];
}

function standingOf(attachment: Attachment, question: UserMessage, isCurrent: boolean): Omit<FitItem, 'forms'> {
  const isKept = question.kept?.includes(attachment.id) === true;
  return {
    messageId: question.id,
    attachmentId: attachment.id,
    standing: isCurrent ? 'current' : isKept ? 'kept' : 'earlier',
    isText: attachment.parts.every(({ type }) => type === 'text'),
  };
}

/** What the last request to this model carried smaller. */
function reducedBefore(messages: readonly Message[], target: ModelTarget): readonly ReducedAttachment[] {
  const last = messages.findLast((message) => message.role === 'assistant');
  const isSame = last?.role === 'assistant' && last.model.model === target.model;
  return isSame && last.model.endpoint === target.endpoint ? (last.reduced ?? []) : [];
}

function keyOf({ messageId, attachmentId }: Pick<FitItem, 'messageId' | 'attachmentId'>): string {
  return JSON.stringify([messageId, attachmentId]);
}

function bytesOf(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
