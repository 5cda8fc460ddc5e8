import { t } from '@vscode/l10n';

/** Why an address can't be attached: whole sentences that say what to do. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

const wayOn = t('Open the address in your browser, save the file and attach that.');

/** A sentence about the address, and how to attach what is there all the same. */
export function linkError(sentence: string, cause?: unknown): LinkError {
  return new LinkError(`${sentence} ${wayOn}`, { cause });
}
