import type { Server } from '../../workbench/serve.mjs';
import { startServer } from '../../workbench/serve.mjs';
import type { Settings } from './user-settings';

/** Starts the VS Code that the test runner has installed, with Iris from this repository. */
export function startEditorServer(options: {
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly askForTrust: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<Server> {
  const script = process.env['IRIS_SERVER_SCRIPT'];
  if (script === undefined) throw new Error('Run these tests with `npm run test:e2e`, which installs VS Code.');
  return startServer({
    ...options,
    script,
    node: process.execPath,
    extension: process.cwd(),
    // A developer's own key must not make a test pass, or be sent anywhere.
    env: { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, ...options.env },
  });
}
