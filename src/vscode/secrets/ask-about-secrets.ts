import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeSecrets } from '../../shared/attachment/describe-secrets';
import type { SecretCheck } from '../../shared/attachment/secrets';
import { language } from '../../shared/language';

/** Something that is not sent before the person has decided: secrets were found in it, or it could not be searched. */
export interface AskedAbout {
  readonly name: string;
  readonly check: Exclude<SecretCheck, { readonly status: 'checking' }>;
}

/** Asks in a dialog, at least about one; undefined when the person gives up. */
export async function askAboutSecrets(held: readonly AskedAbout[]): Promise<'redact' | 'send' | undefined> {
  const redact = t('Redact All');
  const send = t('Send Anyway');
  const found = held.filter(({ check }) => check.status === 'found');
  const canRedact = found.length > 0 && found.every(({ check }) => check.status === 'found' && check.canRedact);
  const detail = held
    .map(({ name, check }) =>
      check.status === 'found'
        ? `${name}: ${describeSecrets(check.findings, language())}`
        : t('{0}: it could not be checked for secrets.', name),
    )
    .join('\n');
  const buttons = canRedact ? [redact, send] : [send];
  const chosen = await vscode.window.showWarningMessage(questionOf(held), { modal: true, detail }, ...buttons);
  return chosen === redact ? 'redact' : chosen === send ? 'send' : undefined;
}

function questionOf(held: readonly AskedAbout[]): string {
  const [first] = held;
  if (!held.some(({ check }) => check.status === 'found')) {
    return held.length === 1 && first
      ? t('{0} could not be checked for secrets.', first.name)
      : t('{0} attachments could not be checked for secrets.', held.length);
  }
  return held.length === 1 && first
    ? t('{0} may hold secrets.', first.name)
    : t('{0} attachments may hold secrets.', held.length);
}
