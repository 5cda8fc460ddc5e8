import type { ListedModel } from '../model-listing';
import { chatModelsFirst } from './chat-models-first';

/** The model to take where nobody chose one: the first found on the server that chats. */
export function firstModel(models: readonly ListedModel[]): ListedModel | undefined {
  return chatModelsFirst(models)[0];
}
