import { OpenAiServer } from '../../servers/openai-server';
import { useWorkbench } from './use-workbench';
import type { Workbench, WorkbenchOptions } from './workbench';

/** Gives a `describe` block a loopback server and a VS Code whose one endpoint it is. */
export function useServerAndWorkbench(options: WorkbenchOptions = {}): {
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

  const workbench = useWorkbench(() => ({
    ...options,
    settings: {
      'iris.endpoints': [{ name: 'Loopback', baseUrl: current().baseUrl, model: 'test-vision' }],
      ...options.settings,
    },
  }));

  after('stop the model server', async () => {
    await server?.close();
  });

  return { server: current, workbench };
}
