import { readUris } from '../attachments/read-uris';
import { pickFiles } from '../attachments/pick-files';
import type { Panels } from '../panel/panels';
import { attachFiles } from './attach-files';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks about files that the person picks. */
export function ask(panels: Panels): Command {
  return {
    id: commandIds.ask,
    async run() {
      const uris = await pickFiles();
      if (uris.length > 0) {
        await attachFiles(panels, await readUris(uris));
      }
    },
  };
}
