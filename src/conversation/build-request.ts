import type { ContentPart, ModelMessage } from '../model/messages';
import type { Attachment, SentPart } from '../shared/attachment/attachment';
import type { Message, ModelLabel, UserMessage } from '../shared/conversation';
import type { Failure } from '../shared/failure';
import { BlobError, type BlobStore } from '../store/blob-store';
import { alternateRoles } from './alternate-roles';
import { describeMissingAttachment } from './failure-text';
import { questionsWithoutImages } from './left-out-images';
import { systemMessage, type Instructions } from './system-message';

export interface RequestOptions {
  /** The chat up to and with the question to be answered. */
  readonly messages: readonly Message[];
  readonly blobs: BlobStore;
  /** The model that the request is for. */
  readonly model: ModelLabel;
  /** Those of the workspace, which go before the chat's own. */
  readonly instructions?: readonly Instructions[];
  /** The chat's own instructions. */
  readonly systemPrompt?: string;
  /** The beginning of the answer, when the model is to go on with it. */
  readonly partialAnswer?: string;
}

export type BuiltRequest =
  | {
      readonly status: 'ready';
      readonly messages: readonly ModelMessage[];
      /** Pictures in it. */
      readonly imageCount: number;
    }
  | { readonly status: 'failed'; readonly failure: Failure };

const continueInstruction =
  'Continue your last answer exactly where it ends. Do not repeat any of it and do not comment on the interruption.';

/**
 * Makes what is sent from what is shown. All instructions go first, in one message. In each question the person's text comes first, then attached texts, then
 * pictures: the order of OpenAI's own examples.
 */
export async function buildRequest(options: RequestOptions): Promise<BuiltRequest> {
  const { messages, blobs, model, instructions = [], systemPrompt, partialAnswer } = options;
  const withoutImages = questionsWithoutImages(messages, model);
  const current = messages.at(-1);
  const built: ModelMessage[] = [];
  for (const message of messages) {
    if (message.role === 'assistant') {
      // A refusal is what the model said. Tool calls stay out: without a result, servers refuse them.
      built.push({ role: 'assistant', text: message.text || (message.refusal ?? '') });
      continue;
    }
    const content = await contentOf({ message, blobs, withImages: !withoutImages.has(message.id) });
    if (message === current && content.missing) {
      return { status: 'failed', failure: describeMissingAttachment(content.missing.name) };
    }
    built.push({ role: 'user', content: content.parts });
  }
  if (partialAnswer !== undefined) {
    built.push({ role: 'assistant', text: partialAnswer }, userText(continueInstruction));
  }
  const system = systemMessage({ instructions, systemPrompt });
  const request = [...(system ? [system] : []), ...alternateRoles(built)];
  return { status: 'ready', messages: request, imageCount: request.reduce((sum, message) => sum + images(message), 0) };
}

interface Content {
  readonly parts: readonly ContentPart[];
  /** The first attachment that could not be read. */
  readonly missing: Attachment | undefined;
}

async function contentOf(options: {
  readonly message: UserMessage;
  readonly blobs: BlobStore;
  readonly withImages: boolean;
}): Promise<Content> {
  const { message, blobs, withImages } = options;
  const parts: ContentPart[] = message.text === '' ? [] : [{ type: 'text', text: message.text }];
  let missing: Attachment | undefined;
  for (const attachment of [...message.attachments].sort(textsFirst)) {
    if (attachment.kind === 'image' && !withImages) {
      parts.push(note(`The image ${attachment.name} was here and is left out.`));
      continue;
    }
    const sent = await Promise.all(attachment.parts.map((part) => contentPart(part, attachment, blobs)));
    if (sent.includes(undefined)) {
      missing ??= attachment;
      // In an earlier question a lost file must not keep the chat from going on.
      parts.push(note(`The file ${attachment.name} was here and is lost.`));
    } else {
      parts.push(...sent.flatMap((contents) => contents ?? []));
    }
  }
  return { parts, missing };
}

/** A part with its label before it; undefined when its bytes are gone. */
async function contentPart(
  part: SentPart,
  { name }: Attachment,
  blobs: BlobStore,
): Promise<readonly ContentPart[] | undefined> {
  if (part.type === 'link') {
    return [linkPart(part, name)];
  }
  const bytes = await readBlob(blobs, part.blob.sha256);
  if (!bytes) {
    return undefined;
  }
  if (part.type === 'text') {
    return [{ type: 'text', text: new TextDecoder().decode(bytes) }];
  }
  const { mediaType } = part.blob;
  const label: readonly ContentPart[] =
    'label' in part && part.label !== undefined ? [{ type: 'text', text: part.label }] : [];
  const media = { mediaType, bytes };
  switch (part.type) {
    case 'image':
      return [...label, { type: 'image', image: media, ...(part.detail && { detail: part.detail }), name }];
    case 'audio':
      return [...label, { type: 'audio', audio: media, ...(part.sentAs && { sentAs: part.sentAs }), name }];
    case 'video':
      return [...label, { type: 'video', video: media, name }];
    case 'file':
      return [{ type: 'file', file: media, name: part.name }];
  }
}

function linkPart({ media, url }: Extract<SentPart, { type: 'link' }>, name: string): ContentPart {
  switch (media) {
    case 'image':
      return { type: 'image', image: { url }, name };
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
