import type { HeldBack, SecretFinding } from '../../../src/shared/attachment/secrets';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { sampleDocument, sampleText } from './attachment-samples';
import { openDetails } from './attachment-scenes';
import { panelState, picture, ready } from './sample-state';
import type { Scene } from './scenes';

type ReadyItem = Extract<TrayItem, { readonly status: 'ready' }>;

const shot = picture('p1', 'error-rates.png');

const inPicture: readonly SecretFinding[] = [
  {
    kind: 'key',
    issuer: 'GitHub',
    place: { type: 'picture', areas: [{ left: 40, top: 60, width: 180, height: 22 }] },
  },
  { kind: 'emailAddress', place: { type: 'picture', areas: [{ left: 200, top: 150, width: 90, height: 18 }] } },
];

const inText: readonly SecretFinding[] = [
  {
    kind: 'key',
    issuer: 'GitHub',
    place: { type: 'text', line: 12, before: "const token = '", after: "'; // until the shop has its own" },
  },
  { kind: 'password', place: { type: 'text', line: 48, before: 'DATABASE_URL=', after: '' } },
  { kind: 'emailAddress', place: { type: 'text', line: 51, before: '', after: '' } },
];

export const pictureWithSecrets: ReadyItem = {
  ...ready(shot),
  secrets: { status: 'found', findings: inPicture, size: { width: 320, height: 200 }, canRedact: true },
};

export const textWithSecrets: ReadyItem = {
  ...ready(sampleText),
  secrets: { status: 'found', findings: inText, canRedact: true },
};

export const searched: ReadyItem = { ...ready(shot), secrets: { status: 'checking', progress: 0.4 } };

export const heldBack: readonly HeldBack[] = [
  {
    id: 'typed',
    kind: 'typed',
    name: 'Your question',
    secrets: { status: 'found', findings: inText.slice(0, 1), canRedact: true },
  },
  {
    id: 'earlier',
    kind: 'image',
    name: 'deploy.png',
    secrets: { status: 'found', findings: inPicture, size: { width: 320, height: 200 }, canRedact: true },
  },
  { id: 'clip', kind: 'video', name: 'clip.mp4', secrets: { status: 'found', findings: inPicture, canRedact: false } },
];

const withTray = (tray: readonly TrayItem[]) => panelState({ draft: { text: 'Why does this fail?', tray } });

export const secretScenes: Readonly<Record<string, Scene>> = {
  secretsChecking: {
    state: () => withTray([searched, { ...ready(sampleText), secrets: { status: 'unchecked' } }]),
    prepare: (panel) => panel.page.getByText(panel.say('Checking for secrets…')).waitFor(),
  },
  secretsFound: {
    state: () =>
      withTray([
        pictureWithSecrets,
        textWithSecrets,
        { ...ready(sampleDocument), secrets: { status: 'found', findings: inText.slice(0, 1), canRedact: true } },
      ]),
  },
  secretsBesideTray: {
    state: () => panelState({ draft: { text: 'Why does curl say 401 with this header?', tray: [], heldBack } }),
  },
  secretsInPicture: {
    state: () => withTray([pictureWithSecrets]),
    prepare: async (panel) => {
      await openDetails(panel, shot.name);
      await panel.page.locator('.secret-box').first().waitFor();
    },
  },
  secretsInText: {
    state: () => withTray([textWithSecrets]),
    prepare: (panel) => openDetails(panel, sampleText.name),
  },
};
