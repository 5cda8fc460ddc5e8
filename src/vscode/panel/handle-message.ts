import type { PanelMessage } from '../../shared/protocol';
import { useAnswer } from './answer-actions';
import { isAttachmentMessage } from './panel-attachments';
import { isChatsMessage } from './panel-chats';
import type { PanelParts } from './panel-parts';
import type { PanelServices } from './panel-services';

/** Has what the page asks for done by the part of the panel that does such things. */
export async function handleMessage(
  message: Exclude<PanelMessage, { readonly type: 'ready' }>,
  parts: PanelParts,
  services: Pick<PanelServices, 'runAction' | 'startExample'>,
): Promise<void> {
  if (isChatsMessage(message)) {
    return await parts.chats.handle(message);
  }
  if (isAttachmentMessage(message)) {
    return await parts.attachments.handle(message);
  }
  switch (message.type) {
    case 'draftChanged':
      parts.secrets.typed(message.text);
      return parts.composer.textChanged();
    case 'completionsRequested':
    case 'completionsEnded':
    case 'completionChosen':
    case 'pathsPasted':
    case 'pastedPathsAttached':
    case 'remedyTaken':
      return await parts.composer.handle(message);
    case 'sendRequested':
    case 'waitingQuestionSettled':
    case 'stopRequested':
    case 'retryRequested':
    case 'continueRequested':
    case 'editRequested':
    case 'turnDeleted':
    case 'otherModelRequested':
    case 'branchChosen':
    case 'failureActionRequested':
    case 'attachmentKept':
      return await parts.turns.handle(message);
    case 'earlierAttachmentRemoved':
    case 'secretsAccepted':
    case 'secretsRedacted':
      return await parts.secrets.handle(message);
    case 'attachmentPageOpened':
    case 'pagesRequested':
    case 'mediaRequested':
    case 'decodingFinished':
      return await parts.media.handle(message);
    case 'pictureRequested':
    case 'comparisonRequested':
    case 'pictureSaved':
      return await parts.viewing.handle(message);
    case 'basePictureRequested':
    case 'pictureEditChanged':
    case 'pictureEditSaved':
    case 'pictureRestored':
      return await parts.pictures.handle(message);
    case 'parametersChanged':
    case 'systemPromptChanged':
    case 'alternativeChosen':
    case 'spokenAnswerSaved':
    case 'probeRequested':
    case 'learnedForgotten':
    case 'instructionsOpened':
    case 'endpointSettingsOpened':
    case 'lastRequestOpened':
    case 'usageOpened':
      return await parts.requests.handle(message);
    case 'modelPickerRequested':
      await services.runAction('selectModel');
      return;
    case 'textCopied':
    case 'codeInserted':
    case 'codeOpened':
    case 'linkOpened':
    case 'fileOpened':
      return await useAnswer(message);
    case 'exampleStarted':
      return await services.startExample(message.example);
  }
}
