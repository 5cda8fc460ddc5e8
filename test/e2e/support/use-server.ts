import { OpenAiServer } from '../../servers/openai-server';
import { useWorkbench } from './use-workbench';
import type { Workbench, WorkbenchOptions } from './workbench';

/**
 * Gives a `describe` block a loopback server and a VS Code whose one endpoint it is.
 * @param options may be a function where they depend on what a `before` hook has set up
 */
export function useServerAndWorkbench(options: WorkbenchOptions | (() => WorkbenchOptions) = {}): {
  readonly server: () => OpenAiServer;
  readonly workbench: () => Workbench;
} {
  let server: OpenAiServer | undefined;
  const current = (): OpenAiServer => {
    if (!server) throw new Error('The server runs only during tests.');
    return server;
  };

  before('start the model server', async () => {
    server = await OpenAiServer.start();
  });

  const workbench = useWorkbench(() => {
    const given = typeof options === 'function' ? options() : options;
    const endpoint = { name: 'Loopback', baseUrl: current().baseUrl, model: 'test-vision' };
    return { ...given, settings: { 'iris.endpoints': [endpoint], ...given.settings } };
  });

  after('stop the model server', async () => {
    await server?.close();
  });

  return { server: current, workbench };
}
