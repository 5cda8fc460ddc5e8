import { serverScript } from '../../workbench/install-server.mjs';
import type { Server } from '../../workbench/serve.mjs';
import { startServer } from '../../workbench/serve.mjs';
import type { Settings } from './user-settings';

/** Starts the VS Code that the test runner has installed, with Iris from this repository. */
export function startEditorServer(options: {
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly askForTrust: boolean;
  readonly companions: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language?: string;
}): Promise<Server> {
  return startServer({
    ...options,
    script: serverScript,
    node: process.execPath,
    extension: process.cwd(),
    // A developer's own key must not make a test pass, or be sent anywhere.
    env: { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, ...options.env },
  });
}
