import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { ModelError } from '../../model/model-error';
import { failureKind } from '../../model/failure-kind';
import { createRedactor } from '../../model/redact';
import type { FailureKind } from '../../shared/failure';
import { messageOf } from '../../util/message-of';

const redact = createRedactor([]);
const detailCharacters = 1_000;

/** What a language model or VS Code threw. Extensions say what went wrong in their own words, which are read. */
export function toModelError(thrown: unknown, { hasImages }: { readonly hasImages: boolean }): ModelError {
  if (thrown instanceof ModelError) {
    return thrown;
  }
  const words = wordsOf(thrown);
  const kind = kindOf(thrown, words, hasImages);
  const detail = redact(words).slice(0, detailCharacters);
  return new ModelError(kind, t('The language model did not answer.'), { cause: thrown, ...(detail && { detail }) });
}

function kindOf(thrown: unknown, words: string, hasImages: boolean): FailureKind {
  const code = thrown instanceof vscode.LanguageModelError ? thrown.code : undefined;
  const read = failureKind({ status: undefined, words, hasImages, keySent: false });
  switch (code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return 'forbidden';
    case vscode.LanguageModelError.NotFound.name:
      return 'modelNotFound';
    case vscode.LanguageModelError.Blocked.name:
      return read === 'contentFiltered' || /filter|policy|harm/i.test(words) ? 'contentFiltered' : 'rateLimited';
    case undefined:
    default:
      // A key is the other extension's business: Iris can't ask for it.
      return read === 'keyMissing' || read === 'unauthorized' ? 'forbidden' : read;
  }
}

function wordsOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? messageOf(thrown.cause) : '';
  const message = messageOf(thrown);
  return cause === '' || message.includes(cause) ? message : `${message} ${cause}`;
}
