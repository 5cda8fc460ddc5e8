import type { Locator } from 'playwright-core';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import type { PanelState } from '../../../src/shared/protocol';
import { sampleDocument, sampleLink, samplePdf, sampleSound, sampleText, sampleVideo } from './attachment-samples';
import type { PanelPage } from './panel-page';
import { answer, conversation, panelState, picture, question, ready } from './sample-state';
import type { Scene } from './scenes';

const chart = picture('p1', 'error-rates.png');
const every: readonly Attachment[] = [
  chart,
  samplePdf,
  sampleSound,
  sampleVideo,
  sampleDocument,
  sampleText,
  sampleLink,
];

const withTray = (tray: readonly TrayItem[]): PanelState =>
  panelState({
    conversation: conversation([
      question('q0', 'What does the chart say?', [chart]),
      answer('a0', { text: 'Checkout fails most often at nine in the morning.' }),
    ]),
    draft: { text: 'What changed between these?', tray },
  });

/** What shows an attachment in the tray, and opens its details. */
export function trayCard(panel: PanelPage, name: string): Locator {
  return panel.page.locator('button.tray-body').filter({ hasText: name });
}

/** Opens the details of an attachment by its name. */
export async function openDetails(panel: PanelPage, name: string): Promise<void> {
  await trayCard(panel, name).click();
  await panel.page.getByRole('region', { name: panel.say('Details of {0}', name) }).waitFor();
}

function detailsOf(attachment: Attachment): Scene {
  return {
    state: () => withTray([ready(attachment)]),
    prepare: (panel) => openDetails(panel, attachment.name),
  };
}

export const obstructed: TrayItem = {
  status: 'obstructed',
  id: 'p1',
  name: 'error-rates.png',
  attachment: { ...chart, parts: [] },
  obstacle: { modality: 'image', offers: ['otherModel', 'text', 'description', 'anyway'] },
};

export const locked: TrayItem = { status: 'locked', id: 'lock', name: 'Salaries 2026.pdf' };

/** More than there is room for, one of which asks something. */
export const manyAttachments: readonly TrayItem[] = [
  ...Array.from({ length: 8 }, (_, index) => ready(picture(`many${index}`, `chart ${index + 1}.png`))),
  ready(samplePdf),
  { status: 'preparing', id: 'many-sound', name: 'standup.m4a', doing: 'Transcribing', progress: 0.4 },
  {
    status: 'failed',
    id: 'many-broken',
    name: 'broken.png',
    reason: '"broken.png" can\'t be attached. It is damaged.',
  },
  ready(picture('many-last', 'Screenshot 2026-03-14 at 09.41.22.png')),
];

export const attachmentScenes: Readonly<Record<string, Scene>> = {
  trayKinds: { state: () => withTray(every.map(ready)) },
  trayMany: { state: () => withTray(manyAttachments) },
  trayEmptied: {
    state: () => withTray(manyAttachments),
    prepare: async (panel) => {
      await panel.button('Remove all').click();
      await panel.send({ type: 'trayChanged', tray: [] });
    },
  },
  trayNoMoreNamed: {
    state: () => withTray([ready(chart)]),
    prepare: async (panel) => {
      await panel.composer.fill('What does `docs/error-rates.png` say of checkout?');
      await panel.send({ type: 'trayChanged', tray: [] });
    },
  },
  trayPreparing: {
    state: () =>
      withTray([
        { status: 'preparing', id: 'n1', name: 'standup.m4a', doing: 'Transcribing', progress: 0.4 },
        { status: 'preparing', id: 'n2', name: 'checkout-bug.mov', attachment: sampleVideo, doing: 'Reading frames' },
        { status: 'preparing', id: 'n3', name: 'scan.webp' },
      ]),
  },
  trayObstructed: { state: () => withTray([obstructed, ready(sampleText)]) },
  trayLocked: { state: () => withTray([locked, { ...locked, id: 'lock2', wasWrong: true }]) },
  trayChanged: { state: () => withTray([{ ...ready(chart), fileChanged: true }, ready(samplePdf)]) },
  trayFailed: {
    state: () =>
      withTray([
        {
          status: 'failed',
          id: 'f1',
          name: 'meeting.opus',
          attachment: sampleSound,
          reason:
            '"meeting.opus" can\'t be transcribed. No endpoint transcribes speech: choose one with "Iris: Select Transcription Model…", then try again.',
        },
        { status: 'failed', id: 'f2', name: 'broken.png', reason: '"broken.png" can\'t be attached. It is damaged.' },
      ]),
  },
  detailsPicture: detailsOf({
    ...chart,
    reasons: ['Scaled to 1568 × 980: the model would do so itself.', 'PNG keeps its text sharp.'],
  }),
  detailsPdf: detailsOf(samplePdf),
  detailsSound: detailsOf(sampleSound),
  detailsVideo: detailsOf(sampleVideo),
  detailsDocument: detailsOf(sampleDocument),
  detailsLink: detailsOf(sampleLink),
  detailsPreparing: {
    state: () =>
      withTray([
        {
          status: 'preparing',
          id: samplePdf.id,
          name: samplePdf.name,
          attachment: samplePdf,
          doing: 'Drawing pages',
          progress: 0.25,
        },
      ]),
    prepare: (panel) => openDetails(panel, samplePdf.name),
  },
  detailsInstead: {
    state: () =>
      withTray([
        {
          ...ready({ ...chart, instead: 'text', parts: sampleText.parts }),
          obstacle: { modality: 'image', offers: ['otherModel', 'text', 'description', 'anyway'] },
        },
      ]),
    prepare: (panel) => openDetails(panel, chart.name),
  },
  sentKinds: {
    state: () =>
      panelState({
        conversation: conversation([question('q1', 'Look at all of this.', every), answer('a1', { text: 'I have.' })]),
      }),
  },
};
