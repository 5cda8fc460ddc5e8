/** Names of models that turn text into vectors, speech or pictures, or listen, and do not chat. */
const otherPurpose = /embed|whisper|tts|dall-e|moderation|transcribe|rerank|speech|sora|stable-diffusion|gpt-image/i;

/** Keeps the server's order, but moves models with another purpose to the end: the first is the default. */
export function chatModelsFirst(models: readonly string[]): readonly string[] {
  return [
    ...models.filter((model) => !otherPurpose.test(model)),
    ...models.filter((model) => otherPurpose.test(model)),
  ];
}
