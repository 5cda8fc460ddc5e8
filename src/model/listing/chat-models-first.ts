import type { ListedModel } from '../model-listing';

/** Names of models that turn text into vectors, speech or pictures, or listen, and do not chat. */
const otherPurpose = /embed|whisper|tts|dall-e|moderation|transcribe|rerank|speech|sora|stable-diffusion|gpt-image/i;

/** Keeps the server's order, but moves models with another purpose to the end: the first is the default. */
export function chatModelsFirst(models: readonly ListedModel[]): readonly ListedModel[] {
  return [...models.filter(chats), ...models.filter((model) => !chats(model))];
}

/** By what the server says of it, and else by its name. */
function chats({ id, capabilities }: ListedModel): boolean {
  return capabilities.output?.text ?? !otherPurpose.test(id);
}
