import type { ContentPart, ModelMessage } from '../model/messages';
import type { ModelTarget } from '../model/model-target';
import type { Attachment, SentPart } from '../shared/attachment/attachment';
import type { Message, UserMessage } from '../shared/conversation';
import type { Failure } from '../shared/failure';
import type { ParameterLayer } from '../shared/parameters';
import type { ReducedAttachment } from '../shared/reduced-attachment';
import { knownText } from '../attachments/known-text';
import { labelName } from '../attachments/label-name';
import { BlobError, type BlobStore } from '../store/blob-store';
import type { DerivedForms } from '../store/derived-forms';
import { alternateRoles } from './alternate-roles';
import { describeMissingAttachment } from './failure-text';
import { fitQuestions, type FitMode, type FittedQuestions, type QuestionsToFit } from './fitting/fit-questions';
import { leftOut, type Form } from './fitting/forms';
import { questionsWithoutImages } from './left-out-images';
import { storedMedia } from './stored-media';
import { systemMessage, type Instructions } from './system-message';

export interface RequestOptions {
  /** The chat up to and with the question to be answered. */
  readonly messages: readonly Message[];
  readonly blobs: BlobStore;
  /** What was made of attachments before. */
  readonly derived?: DerivedForms;
  /** The model that the request is for. */
  readonly target: ModelTarget;
  /** Those of the workspace, which go before the chat's own. */
  readonly instructions?: readonly Instructions[];
  /** The chat's own instructions. */
  readonly systemPrompt?: string;
  /** Those of the chat. */
  readonly parameters?: ParameterLayer;
  /** The beginning of the answer, when the model is to go on with it. */
  readonly partialAnswer?: string;
  readonly fit?: FitMode;
}

export type BuiltRequest =
  | {
      readonly status: 'ready';
      readonly messages: readonly ModelMessage[];
      /** Pictures in it. */
      readonly imageCount: number;
      /** Earlier attachments that it carries in a smaller form. */
      readonly reduced: readonly ReducedAttachment[];
      /** Earlier attachments could be carried smaller still. */
      readonly canGiveWay: boolean;
    }
  | { readonly status: 'failed'; readonly failure: Failure };

const continueInstruction =
  'Continue your last answer exactly where it ends. Do not repeat any of it and do not comment on the interruption.';

/**
 * Makes what is sent from what is shown: the parts that each attachment was prepared to, in the form that the model's limits
 * leave it. All instructions go first, in one message. In each question the person's text comes first, then attached texts,
 * then media: the order of OpenAI's own examples. Media are not read here but while the request is sent.
 */
export async function buildRequest(options: RequestOptions): Promise<BuiltRequest> {
  const { messages, blobs, derived, target, instructions = [], systemPrompt, parameters, partialAnswer, fit } = options;
  const withoutImages = questionsWithoutImages(messages, target);
  const system = systemMessage({ instructions, systemPrompt });
  const fitted = await fitWithTexts(
    {
      messages,
      target,
      systemText: system?.role === 'system' ? system.text : '',
      withoutImages,
      ...(parameters && { parameters }),
      ...(fit && { mode: fit }),
    },
    derived,
  );
  if (fitted.status === 'tooLarge') {
    return { status: 'failed', failure: fitted.failure };
  }
  const current = messages.at(-1);
  const built: ModelMessage[] = [];
  for (const message of messages) {
    if (message.role === 'assistant') {
      // A refusal is what the model said. Tool calls stay out: without a result, servers refuse them.
      built.push({ role: 'assistant', text: message.text || (message.refusal ?? '') });
      continue;
    }
    const formOf = (attachment: Attachment): Form => fitted.formOf(message.id, attachment.id) ?? leftOut(attachment);
    const content = await contentOf({ message, blobs, formOf });
    if (message === current && content.missing) {
      return { status: 'failed', failure: describeMissingAttachment(content.missing.name) };
    }
    built.push({ role: 'user', content: content.parts });
  }
  if (partialAnswer !== undefined) {
    built.push({ role: 'assistant', text: partialAnswer }, userText(continueInstruction));
  }
  const request = [...(system ? [system] : []), ...alternateRoles(built)];
  const { reduced, canGiveWay } = fitted;
  const imageCount = request.reduce((sum, message) => sum + images(message), 0);
  return { status: 'ready', messages: request, imageCount, reduced, canGiveWay };
}

/** What was once read from attachments is only looked for where something has to give way. */
async function fitWithTexts(questions: QuestionsToFit, derived: DerivedForms | undefined): Promise<FittedQuestions> {
  const fitted = fitQuestions(questions);
  if (fitted.status === 'tooLarge' || fitted.reduced.length === 0 || !derived) {
    return fitted;
  }
  const reduced = new Set(fitted.reduced.map(({ attachmentId }) => attachmentId));
  const attachments = questions.messages.flatMap((message) => (message.role === 'user' ? message.attachments : []));
  const texts = new Map<string, string>();
  for (const attachment of attachments.filter(({ id }) => reduced.has(id))) {
    const text = await knownText(attachment, derived);
    if (text !== undefined) {
      texts.set(attachment.id, text);
    }
  }
  return fitQuestions({ ...questions, texts });
}

interface Content {
  readonly parts: readonly ContentPart[];
  /** The first attachment that could not be read. */
  readonly missing: Attachment | undefined;
}

async function contentOf(options: {
  readonly message: UserMessage;
  readonly blobs: BlobStore;
  readonly formOf: (attachment: Attachment) => Form;
}): Promise<Content> {
  const { message, blobs, formOf } = options;
  const parts: ContentPart[] = message.text === '' ? [] : [{ type: 'text', text: message.text }];
  let missing: Attachment | undefined;
  const forms = [...message.attachments]
    .sort(textsFirst)
    .map((attachment) => ({ attachment, form: formOf(attachment) }));
  const oneOfSeveral = forms.flatMap(({ form }) => form.parts).filter(isMedia).length > 1;
  for (const { attachment, form } of forms) {
    const sent = await Promise.all(form.parts.map((part) => contentPart(part, { attachment, oneOfSeveral, blobs })));
    if (sent.includes(undefined)) {
      missing ??= attachment;
      // In an earlier question a lost file must not keep the chat from going on.
      parts.push(note(`The file ${attachment.name} was here and is lost.`));
      continue;
    }
    parts.push(...(form.note === undefined ? [] : [note(form.note)]));
    parts.push(...(form.text === undefined ? [] : [{ type: 'text' as const, text: form.text }]));
    parts.push(...sent.flatMap((contents) => contents ?? []));
  }
  return { parts, missing };
}

function isMedia({ type }: SentPart): boolean {
  return type !== 'text' && type !== 'file';
}

interface PartContext {
  readonly attachment: Attachment;
  /** Whether a model could only tell by its place which of the media of a question this is. */
  readonly oneOfSeveral: boolean;
  readonly blobs: BlobStore;
}

/** A part with its label before it; undefined when its bytes are gone. */
async function contentPart(part: SentPart, context: PartContext): Promise<readonly ContentPart[] | undefined> {
  const { attachment, oneOfSeveral, blobs } = context;
  const { name } = attachment;
  if (part.type === 'text') {
    const bytes = await readBlob(blobs, part.blob.sha256);
    return bytes && [{ type: 'text', text: new TextDecoder().decode(bytes) }];
  }
  const text = ('label' in part ? part.label : undefined) ?? (oneOfSeveral ? `${labelName(name)}:` : undefined);
  const label: readonly ContentPart[] = text === undefined ? [] : [{ type: 'text', text }];
  if (part.type === 'link') {
    return [...label, linkPart(part, name)];
  }
  if (!(await blobs.has(part.blob))) {
    return undefined;
  }
  switch (part.type) {
    case 'image': {
      const image = storedMedia(blobs, part.blob);
      return [...label, { type: 'image', image, ...(part.detail && { detail: part.detail }), name }];
    }
    case 'audio': {
      const audio = storedMedia(blobs, part.blob, { seconds: part.seconds });
      return [...label, { type: 'audio', audio, name }];
    }
    case 'video':
      return [...label, { type: 'video', video: storedMedia(blobs, part.blob, { seconds: part.seconds }), name }];
    case 'file': {
      const file = storedMedia(blobs, part.blob, { pageCount: part.pageCount });
      return [{ type: 'file', file, name: part.name }];
    }
  }
}

function linkPart({ media, url, detail }: Extract<SentPart, { type: 'link' }>, name: string): ContentPart {
  switch (media) {
    case 'image':
      return { type: 'image', image: { url }, ...(detail && { detail }), name };
    case 'audio':
      return { type: 'audio', audio: { url }, name };
    case 'video':
      return { type: 'video', video: { url }, name };
  }
}

async function readBlob(blobs: BlobStore, sha256: string): Promise<Uint8Array | undefined> {
  try {
    return await blobs.get(sha256);
  } catch (error) {
    if (error instanceof BlobError) {
      return undefined;
    }
    throw error;
  }
}

function textsFirst(first: Attachment, second: Attachment): number {
  return Number(first.kind !== 'text') - Number(second.kind !== 'text');
}

function note(text: string): ContentPart {
  return { type: 'text', text: `[${text}]` };
}

function userText(text: string): ModelMessage {
  return { role: 'user', content: [{ type: 'text', text }] };
}

function images(message: ModelMessage): number {
  return message.role === 'user' ? message.content.filter(({ type }) => type === 'image').length : 0;
}
