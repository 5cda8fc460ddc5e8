// Texts are read while modules are evaluated: this one comes before all others.
import { config } from '@vscode/l10n';

const translations = document.getElementById('translations')?.textContent;
if (translations) {
  config({ contents: translations });
}
