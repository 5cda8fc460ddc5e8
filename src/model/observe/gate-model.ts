import type { MultimodalModel } from '../multimodal-model';

/** The same model; before each request it waits for `admit`, which throws a `ModelError` where none may be sent. */
export function gateModel(model: MultimodalModel, admit: () => Promise<void>): MultimodalModel {
  return {
    get metadata() {
      return model.metadata;
    },
    async complete(prompt, attachments, options) {
      await admit();
      return await model.complete(prompt, attachments, options);
    },
    async *streamComplete(prompt, attachments, options) {
      await admit();
      yield* model.streamComplete(prompt, attachments, options);
    },
    async chat(messages, options) {
      await admit();
      return await model.chat(messages, options);
    },
    async *streamChat(messages, options) {
      await admit();
      yield* model.streamChat(messages, options);
    },
    async embed(inputs, options) {
      await admit();
      return await model.embed(inputs, options);
    },
  };
}
