import './vscode/configure-language';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { IrisApi } from './api/iris';
import type { AttachmentServices } from './attachments/attachment-services';
import { prepareFor } from './attachments/prepare-for';
import { Tray } from './attachments/tray';
import { describeInterruption } from './conversation/failure-text';
import { OpenConversations } from './conversation/open-conversations';
import { attachmentText } from './features/chat-search/attachment-text';
import { PictureReader } from './features/chat-search/picture-reader';
import { LastRequest } from './features/last-request/last-request';
import { createMediaService } from './media-process/child-media-service';
import type { ModelEvent } from './model/model-events';
import { DraftClaims } from './store/draft-claims';
import { createConversationStore } from './store/file-conversation-store';
import { createBlobStore } from './store/file-blob-store';
import { createDerivedForms } from './store/file-derived-forms';
import { MediaStorage } from './store/media-storage';
import { ReplacedMedia } from './store/replaced-media';
import { StorageLimit } from './store/storage-limit';
import { checkBudget, dollarsLeft, type BudgetOptions } from './usage/budget';
import { createMeter, createTranscriptionMeter, type MeterOptions } from './usage/meter';
import { recordUsage } from './usage/record-usage';
import { UsageLedger } from './usage/usage-ledger';
import { Emitter } from './util/emitter';
import { createApi } from './vscode/api/create-api';
import { attachUrl } from './vscode/attachments/attach-url';
import { showAttachMenu } from './vscode/attachments/attach-menu';
import { pickFiles } from './vscode/attachments/pick-files';
import { BlobFileSystem } from './vscode/blobs/blob-file-system';
import { blobScheme } from './vscode/blobs/blob-uri';
import { ChatFiles } from './vscode/chats/chat-files';
import { ChatTitles } from './vscode/chats/chat-titles';
import { currentWorkspace } from './vscode/chats/current-workspace';
import { createCommands } from './vscode/commands/create-commands';
import { registerCommands } from './vscode/commands/register-commands';
import { runSetupAction } from './vscode/commands/run-setup-action';
import { startExample } from './vscode/commands/start-example';
import { PictureDescriptions } from './vscode/description/picture-descriptions';
import { EditorAnswers } from './vscode/editor/editor-answers';
import { ApiKeys } from './vscode/endpoints/api-keys';
import { EndpointSettings } from './vscode/endpoints/endpoint-settings';
import { reportProblems } from './vscode/endpoints/report-problems';
import { LanguageModels } from './vscode/language-models/language-models';
import { LastRequestFiles, lastRequestScheme } from './vscode/last-request/last-request-files';
import { WorkspaceInstructions } from './vscode/instructions/workspace-instructions';
import { createLog, logRequests, logUnexpected } from './vscode/log';
import { Models } from './vscode/models/models';
import { pickModelOnce } from './vscode/models/pick-model-once';
import { createRequestServices } from './vscode/panel/create-request-services';
import { panelEditorType, PanelRegistry, panelViewId } from './vscode/panel/panel-registry';
import { SecretCheckSetting } from './vscode/secrets/secret-check-setting';
import { SecretGate } from './vscode/secrets/secret-gate';
import { reportSettingProblems } from './vscode/settings/report-setting-problems';
import { storageLimitBytes } from './vscode/storage/storage-limit-setting';
import { workspaceDraftsId } from './vscode/storage/workspace-drafts-id';
import { Transcription } from './vscode/transcription/transcription';
import { warnOfBudget } from './vscode/usage/budget-warnings';
import { monthlyBudget } from './vscode/usage/monthly-budget';
import { UsagePage, usagePageType } from './vscode/usage/usage-page';

let finishWriting: (() => Promise<void>) | undefined;

/** Builds everything by hand and registers it. Nothing is read, started or loaded before it is used. */
export function activate(context: vscode.ExtensionContext): IrisApi {
  const { extensionUri, globalState, workspaceState } = context;
  const storage = context.globalStorageUri.fsPath;
  const log = createLog();
  const media = createMediaService({
    modulePath: context.asAbsolutePath(path.join('dist', 'media-process.js')),
    translations: vscode.l10n.uri?.fsPath,
  });
  const onStored = (byteLength: number): void => storageLimit.stored(byteLength);
  const blobs = createBlobStore(path.join(storage, 'blobs'), onStored);
  const derived = createDerivedForms({ directory: path.join(storage, 'derived'), blobs, onStored });
  const draftClaims = new DraftClaims({
    directory: path.join(storage, 'drafts'),
    id: () => workspaceDraftsId(workspaceState),
    current: () => panels.draftBlobs(),
    onError: (error) => logUnexpected(log, error),
  });
  const draftBlobs = (): Promise<ReadonlySet<string>> => draftClaims.all();
  const directory = path.join(storage, 'chats');
  const store = createConversationStore({
    directory,
    blobs,
    derived,
    draftBlobs,
    describeInterruption,
    onUnreadable: (error) => logUnexpected(log, error),
    workspace: currentWorkspace,
    textOf: (attachment) => attachmentText(attachment, { blobs, derived }),
  });
  const replaced = new ReplacedMedia({
    forget: async (names, unlessPutSince) => {
      // What drafts named before they named what took its place.
      await draftClaims.flush();
      await store.forget(names, unlessPutSince);
    },
    onError: (error) => logUnexpected(log, error),
  });
  const onReplaced = (names: readonly string[]): void => replaced.add(names);
  const pictureReader = new PictureReader({ media, blobs, derived, onError: (error) => logUnexpected(log, error) });
  const mediaStorage = new MediaStorage({
    directory: storage,
    blobs,
    derived,
    chatBlobs: () => store.namedBlobs(),
    draftBlobs,
  });
  const storageLimit = new StorageLimit({
    storage: mediaStorage,
    maxBytes: storageLimitBytes,
    onError: (error) => logUnexpected(log, error),
  });
  const instructions = new WorkspaceInstructions();
  const conversations = new OpenConversations({
    store,
    blobs,
    derived,
    onReplaced,
    instructions: () => instructions.inForce(),
    prepareFor: (attachment, target, signal) => prepareFor(attachment, target, { ...attachmentServices, signal }),
  });
  const chatFiles = new ChatFiles({ store, blobs, onImport: () => conversations.listChanged() });
  const endpoints = new EndpointSettings();
  const keys = new ApiKeys(context.secrets);
  const lastRequest = new LastRequest();
  const modelEvents = new Emitter<ModelEvent>();
  const ledger = new UsageLedger({
    directory: path.join(storage, 'usage'),
    onError: (error) => logUnexpected(log, error),
  });
  const budget: BudgetOptions = { budget: monthlyBudget, recorded: (month) => ledger.month(month) };
  const meterOptions: MeterOptions = {
    observer: (event) => modelEvents.fire(event),
    checkBudget: (asked) => checkBudget(budget, asked),
  };
  const meter = createMeter(meterOptions);
  const languageModels = new LanguageModels();
  const models = new Models({
    endpoints,
    languageModels,
    keys,
    media,
    log: logRequests(log),
    meter,
    memento: globalState,
    listDirectory: path.join(storage, 'model-lists'),
    onExchange: lastRequest.observe,
  });
  const endpointServices = { endpoints, keys, models };
  const descriptions = new PictureDescriptions(endpointServices);
  const transcription = new Transcription({
    ...endpointServices,
    blobs,
    derived,
    meter: createTranscriptionMeter(meterOptions),
    log: logRequests(log),
    onExchange: lastRequest.observe,
  });
  const attachmentServices: AttachmentServices = {
    media,
    blobs,
    derived,
    passwords: new Map(),
    transcribe: transcription.transcribe,
    describe: (picture, options) => descriptions.describe(picture, options, attachmentServices),
  };
  const secretCheck = new SecretCheckSetting();
  const secrets = new SecretGate({
    services: attachmentServices,
    isOn: () => secretCheck.isOn,
    onReplaced,
    onError: (error) => logUnexpected(log, error),
  });
  const panels = new PanelRegistry({
    extensionUri,
    memento: workspaceState,
    onDraftChange: () => draftClaims.changed(),
    services: {
      conversations,
      store,
      chats: {
        workspace: currentWorkspace,
        pictures: pictureReader,
        files: chatFiles,
        titles: new ChatTitles({ store, models, secrets }),
      },
      blobs,
      models,
      requests: createRequestServices({ models, endpoints, instructions, blobs }),
      log,
      attachments: attachmentServices,
      onReplaced,
      secrets,
      onSecretCheckChange: secretCheck.onDidChange,
      createTray: (page) =>
        new Tray({ ...attachmentServices, page, target: () => models.target, checksSecrets: () => secretCheck.isOn }),
      attachUrl: (url, use, place) => attachUrl(url, use, { tray: place, target: models.target }),
      pickModel: () => pickModelOnce(endpointServices),
      dollarsLeft: () => dollarsLeft(budget),
      pickFiles,
      showAttachMenu,
      startExample,
      runAction: (action, endpoint) => runSetupAction(action, endpoint, endpointServices),
    },
  });
  const answers = new EditorAnswers({
    conversations,
    currentModel: () => models.current(),
    openChat: (id) => panels.openInEditor(id),
    runAction: (action, endpoint) => runSetupAction(action, endpoint, endpointServices),
  });
  const lastRequestFiles = new LastRequestFiles(lastRequest);
  const usagePage = new UsagePage({ ledger, store, log, extensionUri });
  finishWriting = async () => {
    await conversations.closeAll();
    await draftClaims.flush();
    await replaced.flush();
    await ledger.flush();
  };

  context.subscriptions.push(
    log,
    media,
    endpoints,
    instructions,
    secretCheck,
    modelEvents,
    ledger,
    draftClaims,
    replaced,
    storageLimit,
    recordUsage(modelEvents.event, (entry) => ledger.record(entry)),
    warnOfBudget({ ledger, memento: globalState, log }),
    lastRequest,
    lastRequestFiles,
    usagePage,
    languageModels,
    models,
    pictureReader,
    panels,
    answers,
    conversations.onUnexpectedError((error) => logUnexpected(log, error)),
    reportProblems(endpoints),
    reportSettingProblems(),
    vscode.workspace.registerFileSystemProvider(blobScheme, new BlobFileSystem(blobs), { isReadonly: true }),
    vscode.workspace.registerFileSystemProvider(lastRequestScheme, lastRequestFiles, { isReadonly: true }),
    vscode.window.registerWebviewViewProvider(panelViewId, panels),
    vscode.window.registerWebviewPanelSerializer(panelEditorType, panels),
    vscode.window.registerWebviewPanelSerializer(usagePageType, usagePage),
    registerCommands(
      createCommands({
        ...endpointServices,
        descriptions,
        panels,
        conversations,
        store,
        chatFiles,
        answers,
        media,
        blobs,
        mediaStorage,
        ledger,
        transcription,
        secrets,
        usagePage,
        lastRequest,
        log,
        extensionUri,
        memento: globalState,
      }),
      log,
    ),
  );
  return createApi({ endpoints, models, ledger, modelEvents: modelEvents.event });
}

/** Saves what can be saved in the time that VS Code gives; what can't is found as interrupted at the next start. */
export async function deactivate(): Promise<void> {
  await finishWriting?.();
}
