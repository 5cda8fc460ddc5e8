import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/**
 * Absolute path of the person's own ffmpeg on PATH; undefined where there is none. Relative folders on PATH do not
 * count, for a workspace must not be able to bring a program of that name.
 */
export async function findFfmpeg(environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  for (const folder of (environment['PATH'] ?? environment['Path'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (path.isAbsolute(folder) && (await isProgram(file))) {
      return file;
    }
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
