import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ModelTarget } from '../../model/model-target';
import { language } from '../../shared/language';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobStore } from '../../store/blob-store';
import { askText } from '../input/ask-text';
import type { Panels } from '../panel/panels';
import type { EditorAnswers } from './editor-answers';
import type { SecretGate } from '../secrets/secret-gate';
import { attachSelectedText, isTooLong, type SelectedText } from './selected-text';

/** What the commands that answer into documents need. */
export interface AnswerCommandOptions {
  readonly answers: EditorAnswers;
  readonly panels: Pick<Panels, 'trayAttachments' | 'takeAttachments'>;
  readonly blobs: BlobStore;
  readonly secrets: Pick<SecretGate, 'pass' | 'passText'>;
  /** Keeps the last instruction. */
  readonly memento: vscode.Memento;
}

export interface InstructionOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** Goes along as an attachment. */
  readonly selection: SelectedText | undefined;
  /** The model that is asked, whichever is chosen while the person types. */
  readonly target: ModelTarget;
}

export interface AnswerRequest {
  readonly instruction: string;
  readonly attachments: readonly Attachment[];
}

const instructionKey = 'iris.lastInstruction';

/** Asks what to write. What is in the panel's tray goes along and leaves it; undefined when the person gave up. */
export async function askForInstruction(
  { panels, blobs, secrets, memento }: AnswerCommandOptions,
  { title, prompt, placeholder, selection, target }: InstructionOptions,
): Promise<AnswerRequest | undefined> {
  if (selection && isTooLong(selection)) {
    await vscode.window.showWarningMessage(
      t('The selection is longer than a model can be sent. Select the part that should change, and try again.'),
    );
    return undefined;
  }
  const tray = await panels.trayAttachments();
  const names = [...tray.map(({ name }) => name), ...(selection ? [t('the selection')] : [])];
  const outcome = await askText({
    title: names.length === 0 ? title : t('{0}, with {1}', title, new Intl.ListFormat(language()).format(names)),
    prompt,
    placeholder,
    value: memento.get(instructionKey, ''),
    canGoBack: false,
    validate: (text) => (text === '' ? t('Say what to write.') : undefined),
  });
  if (outcome.type !== 'accepted') {
    return undefined;
  }
  const instruction = await secrets.passText({
    name: t('Your instruction'),
    text: outcome.value,
    target,
    canRedact: true,
  });
  if (instruction === undefined) {
    return undefined;
  }
  await memento.update(instructionKey, instruction);
  const selected = await secrets.pass(selection ? [await attachSelectedText(selection, blobs)] : [], target);
  if (!selected) {
    return undefined;
  }
  const taken = await panels.takeAttachments(target);
  if ('reason' in taken) {
    // The instruction is there again when the command is run again.
    await vscode.window.showWarningMessage(taken.reason);
    return undefined;
  }
  return { instruction, attachments: [...taken.attachments, ...selected] };
}
