import type * as vscode from 'vscode';
import type { LastRequest } from '../../features/last-request/last-request';
import type { ScreenService } from '../../media-process/screen-service';
import type { BlobStore } from '../../store/blob-store';
import type { MediaStorage } from '../../store/media-storage';
import type { UsageLedger } from '../../usage/usage-ledger';
import type { PictureDescriptions } from '../description/picture-descriptions';
import type { EditorAnswers } from '../editor/editor-answers';
import type { EndpointServices } from '../endpoints/endpoint-services';
import type { SecretGate } from '../secrets/secret-gate';
import type { Transcription } from '../transcription/transcription';
import type { UsagePage } from '../usage/usage-page';
import { addEndpoint } from './add-endpoint';
import { answerInEditor } from './answer-in-editor';
import { answerInNewDocument } from './answer-in-new-document';
import { ask } from './ask';
import { askAboutChanges } from './ask-about-changes';
import { askAboutClipboardImage } from './ask-about-clipboard-image';
import { askAboutDemoImage } from './ask-about-demo-image';
import { askAboutFiles } from './ask-about-files';
import { askAboutFolder } from './ask-about-folder';
import { askAboutNotebookOutput } from './ask-about-notebook-output';
import { askAboutProblems } from './ask-about-problems';
import { askAboutScreenshot } from './ask-about-screenshot';
import { askAboutSelection } from './ask-about-selection';
import { askAboutTerminalSelection } from './ask-about-terminal-selection';
import { chatCommands, type ChatCommandServices } from './chat-commands';
import { cleanUpStorage } from './clean-up-storage';
import { attachFromUrl } from './attach-from-url';
import { clearUsage } from './clear-usage';
import type { Command } from './command';
import { commandIds } from './command-ids';
import { editEndpoint } from './edit-endpoint';
import { lastRequestCommands } from './last-request';
import { panelCommands } from './panel-commands';
import { removeEndpoint } from './remove-endpoint';
import { selectDescriptionModel } from './select-description-model';
import { selectModel } from './select-model';
import { selectTranscriptionModel } from './select-transcription-model';
import { setApiKey } from './set-api-key';
import { showUsage } from './show-usage';
import { stopAnswer } from './stop-answer';
import { testModel } from './test-model';

export interface CommandServices extends EndpointServices, ChatCommandServices {
  readonly descriptions: PictureDescriptions;
  readonly answers: EditorAnswers;
  readonly media: ScreenService;
  readonly blobs: BlobStore;
  readonly mediaStorage: MediaStorage;
  readonly ledger: UsageLedger;
  readonly transcription: Transcription;
  readonly secrets: SecretGate;
  readonly usagePage: UsagePage;
  readonly lastRequest: LastRequest;
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** Every command that package.json contributes. */
export function createCommands(services: CommandServices): readonly Command[] {
  const { panels, extensionUri, log } = services;
  return [
    ask(panels),
    askAboutFiles(commandIds.askAboutImage, panels),
    askAboutFiles(commandIds.askAboutFile, panels),
    askAboutFolder(panels),
    askAboutSelection(panels),
    askAboutChanges(panels),
    askAboutProblems(panels),
    askAboutTerminalSelection(panels),
    askAboutNotebookOutput(panels),
    askAboutClipboardImage(services),
    askAboutScreenshot(services),
    attachFromUrl(panels),
    askAboutDemoImage(panels, extensionUri),
    answerInEditor(services),
    answerInNewDocument(services),
    stopAnswer(services),
    addEndpoint(services),
    editEndpoint(services),
    selectModel(services),
    selectTranscriptionModel(services.transcription),
    selectDescriptionModel(services.descriptions),
    testModel(services.models),
    setApiKey(services),
    removeEndpoint(services),
    showUsage(services),
    clearUsage(services),
    cleanUpStorage(services),
    ...lastRequestCommands(services),
    ...panelCommands(panels, log),
    ...chatCommands(services),
  ];
}
