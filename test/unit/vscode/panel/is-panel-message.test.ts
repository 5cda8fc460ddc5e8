import assert from 'node:assert/strict';
import type { PanelMessage } from '../../../../src/shared/protocol';
import { isPanelMessage } from '../../../../src/vscode/panel/is-panel-message';

const sha256 = 'a'.repeat(64);
const id = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** One valid message of each type: a type added to the protocol does not compile before it is here. */
const messages: { readonly [T in PanelMessage['type']]: Extract<PanelMessage, { type: T }> } = {
  ready: { type: 'ready' },
  draftChanged: { type: 'draftChanged', conversationId: 'a-1', text: 'What' },
  completionsRequested: { type: 'completionsRequested', trigger: '@', query: 'cart' },
  completionsEnded: { type: 'completionsEnded' },
  completionChosen: { type: 'completionChosen', id: 'completion-3' },
  pathsPasted: { type: 'pathsPasted', text: '/home/me/a.png' },
  remedyTaken: { type: 'remedyTaken', limit: 'context', remedy: 'smaller' },
  pastedPathsAttached: { type: 'pastedPathsAttached', text: '/home/me/a.png' },
  sendRequested: { type: 'sendRequested', conversationId: 'a-1', text: '' },
  waitingQuestionSettled: { type: 'waitingQuestionSettled', conversationId: 'a-1', how: 'edit' },
  stopRequested: { type: 'stopRequested', conversationId: id },
  retryRequested: { type: 'retryRequested', messageId: id },
  continueRequested: { type: 'continueRequested', messageId: id },
  editRequested: { type: 'editRequested', messageId: id, text: 'Why' },
  turnDeleted: { type: 'turnDeleted', messageId: id },
  otherModelRequested: { type: 'otherModelRequested', messageId: id },
  branchChosen: { type: 'branchChosen', conversationId: id, parentId: '', branch: 1 },
  failureActionRequested: { type: 'failureActionRequested', messageId: id, action: 'setApiKey' },
  newChatRequested: { type: 'newChatRequested' },
  chatOpened: { type: 'chatOpened', id },
  chatDeleted: { type: 'chatDeleted', id },
  chatRestored: { type: 'chatRestored', id },
  chatRenamed: { type: 'chatRenamed', id, title: 'Cats' },
  chatPinned: { type: 'chatPinned', id, pinned: true },
  chatArchived: { type: 'chatArchived', id, archived: false },
  chatExported: { type: 'chatExported', id, format: 'html' },
  chatCopied: { type: 'chatCopied', id },
  chatImportRequested: { type: 'chatImportRequested' },
  titlesRequested: { type: 'titlesRequested', id, byModel: true },
  chatListClosed: { type: 'chatListClosed' },
  chatsSearched: { type: 'chatsSearched', query: 'error' },
  attachRequested: { type: 'attachRequested' },
  attachMenuRequested: { type: 'attachMenuRequested' },
  urisDropped: { type: 'urisDropped', uris: ['file:///a.png'] },
  filesReceived: { type: 'filesReceived', files: [{ name: 'a.png', bytes: Uint8Array.of(1) }] },
  clipboardImageMissing: { type: 'clipboardImageMissing' },
  attachmentRemoved: { type: 'attachmentRemoved', id },
  trayEmptied: { type: 'trayEmptied' },
  trayRefilled: { type: 'trayRefilled' },
  attachmentsReordered: { type: 'attachmentsReordered', ids: [id] },
  attachmentOpened: { type: 'attachmentOpened', id },
  attachmentInspected: { type: 'attachmentInspected', id, part: 2 },
  attachmentPageOpened: { type: 'attachmentPageOpened', id, page: 3 },
  attachmentOptionsChanged: { type: 'attachmentOptionsChanged', id, options: { pages: '1-3' } },
  offerTaken: { type: 'offerTaken', id, offer: 'text' },
  passwordGiven: { type: 'passwordGiven', id, password: 'secret' },
  changedFileChosen: { type: 'changedFileChosen', id, use: 'current' },
  earlierAttachmentRemoved: { type: 'earlierAttachmentRemoved', id: 'a' },
  secretsAccepted: { type: 'secretsAccepted', id: 'one' },
  secretsRedacted: { type: 'secretsRedacted', id: 'one' },
  attachmentRetried: { type: 'attachmentRetried', id },
  urlAttached: { type: 'urlAttached', url: 'https://example.com/a.png', how: 'fetch' },
  pagesRequested: { type: 'pagesRequested', id, pages: [1, 2] },
  mediaRequested: { type: 'mediaRequested', sha256 },
  decodingFinished: { type: 'decodingFinished', requestId: id, outcome: { type: 'failed', reason: 'No codec.' } },
  attachmentKept: { type: 'attachmentKept', messageId: id, attachmentId: id, kept: true },
  blobRequested: { type: 'blobRequested', sha256 },
  pictureRequested: { type: 'pictureRequested', id, part: 1 },
  pictureSaved: { type: 'pictureSaved', name: 'chart.png', bytes: new Uint8Array(3) },
  comparisonRequested: { type: 'comparisonRequested', first: id, second: id },
  basePictureRequested: { type: 'basePictureRequested', id },
  pictureEditChanged: { type: 'pictureEditChanged', id },
  pictureEditSaved: {
    type: 'pictureEditSaved',
    id,
    edit: { base: { width: 8, height: 6 }, rotation: 0, marks: [] },
    bytes: Uint8Array.of(1),
  },
  pictureRestored: { type: 'pictureRestored', id },
  modelPickerRequested: { type: 'modelPickerRequested' },
  parametersChanged: { type: 'parametersChanged', conversationId: id, parameters: { temperature: 0.5 } },
  systemPromptChanged: { type: 'systemPromptChanged', conversationId: id, systemPrompt: 'Be brief.' },
  alternativeChosen: { type: 'alternativeChosen', messageId: id, alternative: 0 },
  spokenAnswerSaved: { type: 'spokenAnswerSaved', messageId: id },
  probeRequested: { type: 'probeRequested' },
  learnedForgotten: { type: 'learnedForgotten' },
  instructionsOpened: { type: 'instructionsOpened' },
  endpointSettingsOpened: { type: 'endpointSettingsOpened' },
  lastRequestOpened: { type: 'lastRequestOpened' },
  usageOpened: { type: 'usageOpened' },
  textCopied: { type: 'textCopied', text: 'copy' },
  codeInserted: { type: 'codeInserted', text: 'let a;' },
  codeOpened: { type: 'codeOpened', text: 'let a;', language: 'js' },
  linkOpened: { type: 'linkOpened', url: 'https://example.com' },
  fileOpened: { type: 'fileOpened', path: 'src/a.ts', line: 3 },
  exampleStarted: { type: 'exampleStarted', example: 'demoImage' },
};

/** For the fields that are no texts and lists. */
const wrongValues: Readonly<Record<string, readonly unknown[]>> = {
  alternative: [undefined, null, '0', -1, 0.5, {}],
  branch: [undefined, null, '0', -1, 0.5, {}],
  parameters: [undefined, null, 7, 'temperature', []],
  options: [undefined, null, 7, 'pages', []],
  page: [undefined, null, '0', -1, 0.5, {}],
  // Where none is named, the first is meant.
  part: [null, '0', -1, 0.5, {}],
  line: [null, '0', -1, 0.5, {}],
};

describe('isPanelMessage', () => {
  for (const message of Object.values(messages)) {
    it(`takes ${message.type}`, () => assert(isPanelMessage(message)));

    for (const field of Object.keys(message).filter((name) => name !== 'type')) {
      it(`refuses ${message.type} whose ${field} is missing or of another kind`, () => {
        const { [field]: _left, ...without } = message as Record<string, unknown>;
        for (const wrong of wrongValues[field] ?? [undefined, null, 7, {}, () => 1]) {
          assert(!isPanelMessage({ ...without, [field]: wrong }));
        }
        assert.equal(isPanelMessage(without), ['part', 'line'].includes(field));
      });
    }
  }

  it('takes an edit of a picture that is discarded or changed, and no other', () => {
    const { edit } = messages.pictureEditSaved;
    assert(isPanelMessage({ type: 'pictureEditChanged', id, edit }));
    for (const wrong of [null, {}, { ...edit, rotation: 45 }]) {
      assert(!isPanelMessage({ type: 'pictureEditChanged', id, edit: wrong }));
    }
  });

  it('refuses what is no message', () => {
    for (const value of [undefined, null, 1, 'ready', [], {}, { type: 7 }, { type: 'runCommand', command: 'x' }]) {
      assert(!isPanelMessage(value));
    }
  });

  it('refuses types that every object has as a property', () => {
    for (const type of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert(!isPanelMessage({ type }));
      assert(!isPanelMessage({ type: 'exampleStarted', example: type }));
      assert(!isPanelMessage({ type: 'failureActionRequested', messageId: id, action: type }));
    }
  });

  it('refuses identifiers and hashes that could be paths', () => {
    for (const value of ['', '../secrets', 'a/b', 'a.b', 'A'.repeat(64), `${sha256}0`]) {
      assert(!isPanelMessage({ type: 'blobRequested', sha256: value }));
    }
    for (const value of ['', '..', '../x', 'a/b', 'a\\b', 'x'.repeat(101)]) {
      assert(!isPanelMessage({ type: 'chatOpened', id: value }));
    }
  });

  it('refuses texts and lists without measure', () => {
    assert(!isPanelMessage({ type: 'sendRequested', conversationId: 'a-1', text: 'x'.repeat(4_000_001) }));
    assert(!isPanelMessage({ type: 'urisDropped', uris: Array.from({ length: 1_001 }, () => 'file:///a') }));
    const file = { name: 'a.png', bytes: Uint8Array.of(1) };
    assert(!isPanelMessage({ type: 'filesReceived', files: Array.from({ length: 101 }, () => file) }));
  });

  it('refuses files whose bytes are not bytes, or that say oddly whether their name was given', () => {
    const bytes = Uint8Array.of(1);
    assert(isPanelMessage({ type: 'filesReceived', files: [{ name: 'a.png', isNameGiven: true, bytes }] }));
    assert(!isPanelMessage({ type: 'filesReceived', files: [{ name: 'a.png', isNameGiven: 'yes', bytes }] }));
    for (const wrong of ['AAAA', [1, 2], new ArrayBuffer(2), { length: 2 }]) {
      assert(!isPanelMessage({ type: 'filesReceived', files: [{ name: 'a.png', bytes: wrong }] }));
    }
  });
});
