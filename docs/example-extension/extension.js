// @ts-check
// Describes the image in the active tab with the model that Iris uses, and says what that cost. In an extension of your
// own, put a copy of src/api beside this file and import the types from there.
const vscode = require('vscode');

/** @typedef {import('../../src/api/iris').IrisApi} IrisApi */
/** @typedef {import('../../src/api/iris').TokenUsage} TokenUsage */

const mediaTypes = /** @type {Readonly<Record<string, string>>} */ ({
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
});

/** @param {vscode.ExtensionContext} context */
exports.activate = (context) => {
  const output = vscode.window.createOutputChannel('Describe With Iris');
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('describeWithIris.describeImage', async () => {
      const text = await describeActiveImage();
      if (text !== undefined) {
        output.appendLine(text);
        output.show(true);
      }
      return text;
    }),
  );
};

async function describeActiveImage() {
  const uri = activeFile();
  const mediaType = mediaTypes[uri?.path.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!uri || !mediaType) {
    vscode.window.showInformationMessage('Open an image first.');
    return undefined;
  }
  // The dependency in package.json makes VS Code start Iris before this extension.
  const iris = /** @type {IrisApi} */ (vscode.extensions.getExtension('iris-multimodal.iris-multimodal')?.exports);
  const model = await iris.getModel();
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    const { text, usage } = await model.complete('Describe this image in one sentence.', [
      { type: 'image', image: { mediaType, bytes } },
    ]);
    const { total } = await iris.getUsage();
    return `${text}\n${describeUsage(model.metadata.model, usage)}, ${total.requests} requests so far`;
  } catch (error) {
    // `kind` says what it was; see ModelError in src/api/model.d.ts.
    const message = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(`Iris could not describe it: ${message}`);
    return undefined;
  }
}

/** The file of the active tab; images are shown by an editor without a document. */
function activeFile() {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** @param {string} model @param {TokenUsage | undefined} usage */
function describeUsage(model, usage) {
  return usage ? `${model}: ${usage.inputTokens} tokens in, ${usage.outputTokens} out` : model;
}
