import type { ModelMessage } from '../messages';
import { ModelError } from '../model-error';
import type { MultimodalModel, PromptAttachment } from '../multimodal-model';

type Medium = 'image' | 'audio' | 'video' | 'pdf';

export interface LearningOptions {
  readonly onError: (error: ModelError) => void;
  /** An answer came to a question with these media. */
  readonly onTaken: (media: readonly Medium[]) => void;
}

/** The same model, which tells what its answers and refusals show about it. */
export function learningModel(model: MultimodalModel, { onError, onTaken }: LearningOptions): MultimodalModel {
  const told = (error: unknown): unknown => {
    if (error instanceof ModelError) {
      onError(error);
    }
    return error;
  };
  // Looked for once the model has taken the question: what is no message is the model's to refuse.
  const taken = (mediaOfQuestion: () => ReadonlySet<Medium>): void => {
    const media = mediaOfQuestion();
    if (media.size > 0) {
      onTaken([...media]);
    }
  };
  const whole = async <T>(answer: Promise<T>, media: () => ReadonlySet<Medium>): Promise<T> => {
    try {
      const result = await answer;
      taken(media);
      return result;
    } catch (error) {
      throw told(error);
    }
  };
  async function* streamed<T extends { readonly type: string }>(
    deltas: AsyncIterable<T>,
    media: () => ReadonlySet<Medium>,
  ): AsyncGenerator<T> {
    try {
      for await (const delta of deltas) {
        if (delta.type === 'finish') {
          taken(media);
        }
        yield delta;
      }
    } catch (error) {
      throw told(error);
    }
  }
  return {
    get metadata() {
      return model.metadata;
    },
    complete: (prompt, attachments, options) =>
      whole(model.complete(prompt, attachments, options), () => mediaOf(attachments ?? [])),
    streamComplete: (prompt, attachments, options) =>
      streamed(model.streamComplete(prompt, attachments, options), () => mediaOf(attachments ?? [])),
    chat: (messages, options) => whole(model.chat(messages, options), () => mediaIn(messages)),
    streamChat: (messages, options) => streamed(model.streamChat(messages, options), () => mediaIn(messages)),
    embed: (inputs, options) => whole(model.embed(inputs, options), () => new Set()),
  };
}

function mediaIn(messages: readonly ModelMessage[]): ReadonlySet<Medium> {
  return mediaOf(messages.flatMap((message) => (message.role === 'user' ? message.content : [])));
}

function mediaOf(parts: readonly { readonly type: PromptAttachment['type'] | 'text' }[]): ReadonlySet<Medium> {
  return new Set(parts.flatMap(({ type }) => (type === 'text' ? [] : type === 'file' ? ['pdf' as const] : [type])));
}
