import type { EditorAnswers } from '../editor/editor-answers';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Stops the answers that are being written into documents. */
export function stopAnswer({ answers }: { readonly answers: EditorAnswers }): Command {
  return { id: commandIds.stopAnswer, run: () => answers.stop() };
}
