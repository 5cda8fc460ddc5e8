import * as vscode from 'vscode';

interface SaveDialog {
  /** The name that the dialog proposed, if it was shown. */
  readonly suggested: string | undefined;
  /** The person chooses this place, or none. */
  choose(target: vscode.Uri | undefined): void;
}

/** The dialog in which the person says where something is saved, in the tests of the `describe` around it. */
export function answeredSaveDialog(): SaveDialog {
  const { showSaveDialog } = vscode.window;
  let suggested: string | undefined;
  beforeEach(() => {
    suggested = undefined;
  });
  afterEach(() => {
    Object.assign(vscode.window, { showSaveDialog });
  });
  return {
    get suggested() {
      return suggested;
    },
    choose(target) {
      const show = (options: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined> => {
        suggested = options.defaultUri?.path.split('/').at(-1);
        return Promise.resolve(target);
      };
      Object.assign(vscode.window, { showSaveDialog: show });
    },
  };
}
