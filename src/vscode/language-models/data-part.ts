import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { ModelError } from '../../model/model-error';
import type { MediaBytes } from '../../model/messages';

/** `vscode.LanguageModelDataPart` as VS Code 1.106 and newer have it; Iris runs in older ones too. */
type DataPartClass = new (data: Uint8Array, mimeType: string) => vscode.LanguageModelTextPart;

/** A picture for a language model. Throws `ModelError` of kind `unsupported` where VS Code is too old for it. */
export function imagePart({ bytes, mediaType }: MediaBytes): vscode.LanguageModelTextPart {
  const DataPart: unknown = Reflect.get(vscode, 'LanguageModelDataPart');
  if (!isDataPartClass(DataPart)) {
    throw new ModelError(
      'unsupported',
      t('This VS Code hands no pictures to language models; version 1.106 and newer do.'),
    );
  }
  return new DataPart(bytes, mediaType);
}

function isDataPartClass(value: unknown): value is DataPartClass {
  return typeof value === 'function';
}
