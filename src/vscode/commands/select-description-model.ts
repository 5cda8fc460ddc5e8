import type { PictureDescriptions } from '../description/picture-descriptions';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Chooses which model describes pictures for models that take none. */
export function selectDescriptionModel(descriptions: PictureDescriptions): Command {
  return { id: commandIds.selectDescriptionModel, run: async () => void (await descriptions.choose()) };
}
