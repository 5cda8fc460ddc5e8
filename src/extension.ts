import * as path from 'node:path';
import * as vscode from 'vscode';
import type { IrisApi } from './api/iris';
import { planImage } from './attachments/image-plan';
import { Tray } from './attachments/tray';
import { describeInterruption } from './conversation/failure-text';
import { OpenConversations } from './conversation/open-conversations';
import { createMediaService } from './media-process/child-media-service';
import { createBlobStore } from './store/file-blob-store';
import { createConversationStore } from './store/file-conversation-store';
import { createApi } from './vscode/api';
import { pickFiles } from './vscode/attachments/pick-files';
import { BlobFileSystem } from './vscode/blobs/blob-file-system';
import { blobScheme } from './vscode/blobs/blob-uri';
import { addEndpoint } from './vscode/commands/add-endpoint';
import { answerInEditor } from './vscode/commands/answer-in-editor';
import { answerInNewDocument } from './vscode/commands/answer-in-new-document';
import { ask } from './vscode/commands/ask';
import { askAboutClipboardImage } from './vscode/commands/ask-about-clipboard-image';
import { askAboutDemoImage } from './vscode/commands/ask-about-demo-image';
import { askAboutFiles } from './vscode/commands/ask-about-files';
import { askAboutScreenshot } from './vscode/commands/ask-about-screenshot';
import { askAboutSelection } from './vscode/commands/ask-about-selection';
import { commandIds } from './vscode/commands/command-ids';
import { panelCommands } from './vscode/commands/panel-commands';
import { registerCommands } from './vscode/commands/register-commands';
import { removeEndpoint } from './vscode/commands/remove-endpoint';
import { selectModel } from './vscode/commands/select-model';
import { askForApiKey, setApiKey } from './vscode/commands/set-api-key';
import { stopAnswer } from './vscode/commands/stop-answer';
import { ApiKeys } from './vscode/endpoints/api-keys';
import { EndpointSettings } from './vscode/endpoints/endpoint-settings';
import { reportProblems } from './vscode/endpoints/report-problems';
import { createLog, logRequests } from './vscode/log';
import { Models } from './vscode/models/models';
import { panelEditorType, PanelRegistry, panelViewId } from './vscode/panel/panel-registry';

let closeAll: (() => Promise<void>) | undefined;

/** Builds everything by hand and registers it. Nothing is read, started or loaded before it is used. */
export function activate(context: vscode.ExtensionContext): IrisApi {
  const { extensionUri, globalStorageUri, secrets, globalState, workspaceState, subscriptions } = context;
  const storage = globalStorageUri.fsPath;
  const log = createLog();
  const media = createMediaService({ modulePath: context.asAbsolutePath(path.join('dist', 'media-process.js')) });
  const blobs = createBlobStore(path.join(storage, 'blobs'));
  const store = createConversationStore({
    directory: path.join(storage, 'chats'),
    blobs,
    draftBlobs: () => panels.draftBlobs(),
    describeInterruption,
  });
  const conversations = new OpenConversations({ store, blobs });
  const endpoints = new EndpointSettings();
  const keys = new ApiKeys(secrets);
  const models = new Models({ endpoints, keys, media, log: logRequests(log), memento: globalState });
  const panels = new PanelRegistry({
    extensionUri,
    memento: workspaceState,
    services: {
      conversations,
      store,
      blobs,
      models,
      log,
      createTray: () => new Tray({ media, blobs, plan: () => planImage({ offline: models.view.offline }) }),
      pickFiles,
      runAction,
      startExample: async (example) => {
        await vscode.commands.executeCommand(exampleCommands[example]);
      },
    },
  });
  closeAll = () => conversations.closeAll();

  async function runAction(action: 'setApiKey' | 'selectModel' | 'addEndpoint' | 'openLog'): Promise<boolean> {
    const { choice } = models;
    if (action === 'setApiKey' && choice.type === 'endpoint') {
      const endpoint = endpoints.find(choice.endpoint);
      return endpoint !== undefined && (await askForApiKey(endpoint, { keys }));
    }
    await vscode.commands.executeCommand(actionCommands[action]);
    return true;
  }

  subscriptions.push(
    log,
    media,
    endpoints,
    models,
    panels,
    reportProblems(endpoints),
    vscode.workspace.registerFileSystemProvider(blobScheme, new BlobFileSystem(blobs), { isReadonly: true }),
    vscode.window.registerWebviewViewProvider(panelViewId, panels),
    vscode.window.registerWebviewPanelSerializer(panelEditorType, panels),
    registerCommands(
      [
        ask(panels),
        askAboutFiles(commandIds.askAboutImage, panels),
        askAboutFiles(commandIds.askAboutFile, panels),
        askAboutSelection(panels),
        askAboutClipboardImage({ panels }),
        askAboutScreenshot({ panels, media, extensionUri }),
        askAboutDemoImage(panels, extensionUri),
        answerInEditor({ conversations, models, panels, media, blobs }),
        answerInNewDocument({ conversations, models, panels, media, blobs }),
        stopAnswer(),
        addEndpoint({ endpoints, keys, models }),
        selectModel({ endpoints, keys, models }),
        setApiKey({ endpoints, keys, models }),
        removeEndpoint({ endpoints, keys, models }),
        ...panelCommands(panels, log),
      ],
      log,
    ),
  );
  return createApi(models);
}

/** Saves what can be saved in the time that VS Code gives; what can't is found as interrupted at the next start. */
export async function deactivate(): Promise<void> {
  await closeAll?.();
}

const actionCommands = {
  setApiKey: commandIds.setApiKey,
  selectModel: commandIds.selectModel,
  addEndpoint: commandIds.addEndpoint,
  openLog: commandIds.showLog,
} as const;

const exampleCommands = {
  demoImage: commandIds.askAboutDemoImage,
  screenshot: commandIds.askAboutScreenshot,
  addEndpoint: commandIds.addEndpoint,
} as const;
