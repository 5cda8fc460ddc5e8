// Texts are read while modules are evaluated: this one comes before all others.
import { config } from '@vscode/l10n';

const [, , translations] = process.argv;
if (translations !== undefined) {
  try {
    config({ fsPath: translations });
  } catch {
    // An update of the extension takes the file away: English sentences are better than no media.
  }
}
