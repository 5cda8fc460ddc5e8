import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Whether a program is installed. */
export async function findOnPath(command: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  // On Windows the variable may be written in any case.
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const tries = path.split(delimiter).map(async (folder) => {
    await access(join(folder, command), constants.X_OK);
  });
  const outcomes = await Promise.allSettled(tries);
  return outcomes.some(({ status }) => status === 'fulfilled');
}
