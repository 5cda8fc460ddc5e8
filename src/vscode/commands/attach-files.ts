import type { ReadFiles } from '../attachments/read-uris';
import type { Panels } from '../panel/panels';

/** Puts files into the tray and says in the panel what was left out. */
export async function attachFiles(panels: Panels, { files, problems }: ReadFiles): Promise<void> {
  await panels.attach(files);
  if (problems.length > 0) {
    await panels.notify(problems.join(' '));
  }
}
