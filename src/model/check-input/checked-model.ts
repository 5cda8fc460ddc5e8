import type { EmbeddingResult, ModelDelta, ModelResult } from '../deltas';
import type { ModelMessage } from '../messages';
import type { EmbedOptions, ModelMetadata, ModelOptions, MultimodalModel, PromptAttachment } from '../multimodal-model';
import { checkEmbedInputs, checkEmbedOptions } from './check-embed';
import { checkMessages, checkPrompt } from './check-messages';
import { checkOptions } from './check-options';

/**
 * A model for callers whose arguments nobody has compiled against: what is wrong with them is a `ModelError` of kind
 * `invalidInput`, thrown as all others are, and nothing is sent.
 */
export function checkedModel(model: MultimodalModel): MultimodalModel {
  return new CheckedModel(model);
}

class CheckedModel implements MultimodalModel {
  readonly #model: MultimodalModel;

  constructor(model: MultimodalModel) {
    this.#model = model;
  }

  get metadata(): ModelMetadata {
    return this.#model.metadata;
  }

  async complete(
    prompt: string,
    attachments?: readonly PromptAttachment[],
    options?: ModelOptions,
  ): Promise<ModelResult> {
    const checked = checkPrompt(prompt, attachments);
    return await this.#model.complete(checked.prompt, checked.attachments, checkOptions(options));
  }

  async *streamComplete(
    prompt: string,
    attachments?: readonly PromptAttachment[],
    options?: ModelOptions,
  ): AsyncGenerator<ModelDelta> {
    const checked = checkPrompt(prompt, attachments);
    yield* this.#model.streamComplete(checked.prompt, checked.attachments, checkOptions(options));
  }

  async chat(messages: readonly ModelMessage[], options?: ModelOptions): Promise<ModelResult> {
    return await this.#model.chat(checkMessages(messages), checkOptions(options));
  }

  async *streamChat(messages: readonly ModelMessage[], options?: ModelOptions): AsyncGenerator<ModelDelta> {
    yield* this.#model.streamChat(checkMessages(messages), checkOptions(options));
  }

  async embed(inputs: readonly string[], options?: EmbedOptions): Promise<EmbeddingResult> {
    return await this.#model.embed(checkEmbedInputs(inputs), checkEmbedOptions(options));
  }
}
