/** Every command of Iris by its name in code; package.json contributes exactly these. */
export const commandIds = {
  addEndpoint: 'iris.addEndpoint',
  answerInEditor: 'iris.answerInEditor',
  answerInNewDocument: 'iris.answerInNewDocument',
  ask: 'iris.ask',
  askAboutClipboardImage: 'iris.askAboutClipboardImage',
  askAboutDemoImage: 'iris.askAboutDemoImage',
  askAboutFile: 'iris.askAboutFile',
  askAboutImage: 'iris.askAboutImage',
  askAboutScreenshot: 'iris.askAboutScreenshot',
  askAboutSelection: 'iris.askAboutSelection',
  clearUsage: 'iris.clearUsage',
  cleanUpStorage: 'iris.cleanUpStorage',
  copyLastRequestAsCurl: 'iris.copyLastRequestAsCurl',
  focusChat: 'iris.focusChat',
  newChat: 'iris.newChat',
  openChatInEditor: 'iris.openChatInEditor',
  removeEndpoint: 'iris.removeEndpoint',
  selectModel: 'iris.selectModel',
  setApiKey: 'iris.setApiKey',
  showLastRequest: 'iris.showLastRequest',
  showLog: 'iris.showLog',
  showUsage: 'iris.showUsage',
  stopAnswer: 'iris.stopAnswer',
  testModel: 'iris.testModel',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];
