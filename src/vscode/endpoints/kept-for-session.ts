import { t } from '@vscode/l10n';

/** What to say of a key that the secret storage did not keep. */
export const keptForSession = t(
  'VS Code could not store the key safely on this machine, so it is kept until this window closes.',
);
