import * as path from 'node:path';
import * as vscode from 'vscode';
import type { IrisApi } from './api/iris';
import { planImage } from './attachments/image-plan';
import { Tray } from './attachments/tray';
import { describeInterruption } from './conversation/failure-text';
import { OpenConversations } from './conversation/open-conversations';
import { createMediaService } from './media-process/child-media-service';
import type { ModelEvent } from './model/model-events';
import { createConversationStore } from './store/file-conversation-store';
import { createBlobStore } from './store/file-blob-store';
import { createMeter } from './usage/meter';
import { Emitter } from './util/emitter';
import { createApi } from './vscode/api';
import { pickFiles } from './vscode/attachments/pick-files';
import { BlobFileSystem } from './vscode/blobs/blob-file-system';
import { blobScheme } from './vscode/blobs/blob-uri';
import { createCommands } from './vscode/commands/create-commands';
import { registerCommands } from './vscode/commands/register-commands';
import { runSetupAction } from './vscode/commands/run-setup-action';
import { startExample } from './vscode/commands/start-example';
import { EditorAnswers } from './vscode/editor/editor-answers';
import { ApiKeys } from './vscode/endpoints/api-keys';
import { EndpointSettings } from './vscode/endpoints/endpoint-settings';
import { reportProblems } from './vscode/endpoints/report-problems';
import { createLog, logRequests, logUnexpected } from './vscode/log';
import { Models } from './vscode/models/models';
import { panelEditorType, PanelRegistry, panelViewId } from './vscode/panel/panel-registry';

let closeConversations: (() => Promise<void>) | undefined;

/** Builds everything by hand and registers it. Nothing is read, started or loaded before it is used. */
export function activate(context: vscode.ExtensionContext): IrisApi {
  const { extensionUri, globalState, workspaceState } = context;
  const storage = context.globalStorageUri.fsPath;
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
  const keys = new ApiKeys(context.secrets);
  const modelEvents = new Emitter<ModelEvent>();
  const meter = createMeter({ observer: (event) => modelEvents.fire(event) });
  const models = new Models({ endpoints, keys, media, log: logRequests(log), meter, memento: globalState });
  const endpointServices = { endpoints, keys, models };
  const panels = new PanelRegistry({
    extensionUri,
    memento: workspaceState,
    services: {
      conversations,
      store,
      blobs,
      models,
      endpoints,
      log,
      createTray: () => new Tray({ media, blobs, plan: () => planImage({ offline: models.view.offline }) }),
      pickFiles,
      startExample,
      runAction: (action) => runSetupAction(action, endpointServices),
    },
  });
  const answers = new EditorAnswers({
    conversations,
    currentModel: () => models.current(),
    openChat: (id) => panels.openInEditor(id),
    runAction: (action) => runSetupAction(action, endpointServices),
  });
  closeConversations = () => conversations.closeAll();

  context.subscriptions.push(
    log,
    media,
    endpoints,
    modelEvents,
    models,
    panels,
    answers,
    conversations.onUnexpectedError((error) => logUnexpected(log, error)),
    reportProblems(endpoints),
    vscode.workspace.registerFileSystemProvider(blobScheme, new BlobFileSystem(blobs), { isReadonly: true }),
    vscode.window.registerWebviewViewProvider(panelViewId, panels),
    vscode.window.registerWebviewPanelSerializer(panelEditorType, panels),
    registerCommands(
      createCommands({ ...endpointServices, panels, answers, media, blobs, log, extensionUri, memento: globalState }),
      log,
    ),
  );
  return createApi(models);
}

/** Saves what can be saved in the time that VS Code gives; what can't is found as interrupted at the next start. */
export async function deactivate(): Promise<void> {
  await closeConversations?.();
}
