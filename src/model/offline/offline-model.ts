import { t } from '@vscode/l10n';
import { MediaError } from '../../media-process/media-service';
import type { MediaService } from '../../media-process/media-service';
import { offlineReader } from '../../shared/offline-reader';
import { collectResult } from '../collect';
import type { ModelDelta } from '../deltas';
import type { ImagePart, ModelMessage } from '../messages';
import { ModelError } from '../model-error';
import type { ModelMetadata, ModelOptions, MultimodalModel } from '../multimodal-model';
import { answerFromText } from './answer-from-text';
import { describeImage } from './describe-image';
import { describeText } from './describe-text';
import { introduction, withoutAnswer, withoutAttachments } from './introduction';
import { readRequest } from './read-request';
import type { OfflineRequest } from './read-request';
import { TextReader } from './text-reader';
import type { ReadImage } from './text-reader';

const metadata: ModelMetadata = {
  ...offlineReader,
  offline: true,
  capabilities: { input: { text: true, image: true } },
};

/**
 * The built-in engine: reads the text in pictures on this machine, without key and network, and says so. It reports
 * what it read and counts, finds and quotes; it does not pretend to understand.
 */
export function createOfflineModel(media: MediaService): MultimodalModel {
  const reader = new TextReader(media);
  const streamChat = (messages: readonly ModelMessage[], options: ModelOptions = {}): AsyncIterable<ModelDelta> =>
    answer(reader, messages, options);
  const streamComplete: MultimodalModel['streamComplete'] = (prompt, attachments = [], options = {}) =>
    streamChat([{ role: 'user', content: [{ type: 'text', text: prompt }, ...attachments] }], options);
  return {
    metadata,
    streamChat,
    streamComplete,
    chat: (messages, options) => collectResult(streamChat(messages, options)),
    embed: () => Promise.reject(new ModelError('unsupported', t('The built-in reader makes no embeddings.'))),
    complete: (prompt, attachments, options) => collectResult(streamComplete(prompt, attachments, options)),
  };
}

async function* answer(
  reader: TextReader,
  messages: readonly ModelMessage[],
  { signal }: ModelOptions,
): AsyncGenerator<ModelDelta> {
  signal?.throwIfAborted();
  const request = readRequest(messages);
  // Asked to go on with an answer that was cut off, it gives the same answer without what is there already.
  let skipped = request.answerSoFar.length;
  for await (const delta of wholeAnswer(reader, request, signal)) {
    if (delta.type !== 'text') {
      yield delta;
      continue;
    }
    const text = delta.text.slice(skipped);
    skipped = Math.max(0, skipped - delta.text.length);
    if (text !== '') {
      yield { type: 'text', text };
    }
  }
  yield { type: 'finish', reason: 'stop' };
}

async function* wholeAnswer(
  reader: TextReader,
  request: OfflineRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<ModelDelta> {
  if (request.images.length === 0 && request.texts.length === 0) {
    yield { type: 'text', text: withoutAttachments };
    return;
  }
  yield { type: 'text', text: introduction };
  const { isTold } = request;
  for (const text of isTold ? [] : request.texts) {
    yield { type: 'text', text: `\n\n${describeText(text)}` };
  }
  const read: ReadImage[] = [];
  for (const [index, image] of request.images.entries()) {
    try {
      const result = yield* reader.read(image, { number: index + 1, of: request.images.length }, signal);
      read.push(result);
      if (!isTold) {
        yield { type: 'text', text: `\n\n${describeImage(result)}` };
      }
    } catch (error) {
      yield { type: 'text', text: `\n\n${unreadable(image, request.images.length, error)}` };
    }
  }
  const found = answerFromText(request.question, read, request.texts) ?? (isTold ? withoutAnswer : undefined);
  if (found !== undefined) {
    yield { type: 'text', text: `\n\n${found}` };
  }
}

/** One of several pictures that can't be read is told and passed over; a single one ends the answer. */
function unreadable(image: ImagePart, imageCount: number, error: unknown): string {
  if (!(error instanceof MediaError)) {
    throw error;
  }
  const name = image.name ?? t('The picture');
  if (imageCount === 1) {
    throw new ModelError('mediaUnreadable', t("{0} can't be read. {1}", name, error.message), { cause: error });
  }
  return t("**{0}** can't be read. {1}", name, error.message);
}
