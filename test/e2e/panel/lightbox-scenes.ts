import { trayCard } from './attachment-scenes';
import type { PanelPage } from './panel-page';
import { answer, conversation, panelState, picture, question, ready } from './sample-state';
import type { Scene } from './scenes';

const chart = picture('p1', 'error-rates.png');

const later = picture('p2', 'error-rates-last-week.png');
const another = picture('p3', 'error-rates.png');
const afterwards = picture('after1', 'error-rates-after-the-deployment-of-monday.png');
const gone = picture('gone', 'latency.png');

const asked = () =>
  panelState({
    conversation: conversation([question('q1', 'What stands out?', [chart]), answer('a1', { text: 'Checkout.' })]),
  });

/** Shows the picture of the question large. */
export async function openLightbox(panel: PanelPage): Promise<void> {
  await panel.page
    .getByRole('list', { name: panel.say('Sent with this question') })
    .getByRole('button')
    .first()
    .click();
  await panel.page.getByRole('application', { name: chart.name }).waitFor();
}

/** Chooses the middle of the picture by keyboard. */
async function chooseRegion(panel: PanelPage): Promise<void> {
  await openLightbox(panel);
  await panel.button('Ask about a region').click();
  await panel.page.keyboard.press('ArrowLeft');
  await panel.page.locator('.lightbox-region').waitFor();
}

export const lightboxScenes: Readonly<Record<string, Scene>> = {
  lightbox: { state: asked, prepare: openLightbox },
  lightboxZoomed: {
    state: asked,
    prepare: async (panel) => {
      await openLightbox(panel);
      for (let step = 0; step < 6; step++) {
        await panel.button('Zoom in').click();
      }
    },
  },
  lightboxCompared: {
    state: () => ({ ...asked(), draft: { text: '', tray: [ready(later), ready(another)] } }),
    prepare: async (panel) => {
      await openLightbox(panel);
      await panel.button('Compare with another picture').click();
      await panel.button('See {0} large', later.name).waitFor();
    },
  },
  lightboxOfSeveral: {
    state: () =>
      panelState({
        conversation: conversation([
          question('q1', 'What stands out?', [chart]),
          answer('a1', { text: 'Checkout.' }),
          question('q2', 'And since last week?', [afterwards, gone]),
          answer('a2', { text: 'It is better.' }),
        ]),
        draft: { text: '', tray: [ready(later)] },
      }),
    prepare: async (panel) => {
      await panel.page
        .getByRole('list', { name: panel.say('Sent with this question') })
        .first()
        .getByRole('button')
        .click();
      await panel.page.getByRole('application', { name: chart.name }).waitFor();
    },
  },
  lightboxRegion: { state: asked, prepare: chooseRegion },
  lightboxMissing: {
    state: () =>
      panelState({
        conversation: conversation([
          question('q1', 'What stands out?', [
            picture('gone', 'a picture whose name is much longer than the panel is wide.png'),
          ]),
        ]),
      }),
    prepare: async (panel) => {
      await panel.page
        .getByRole('list', { name: panel.say('Sent with this question') })
        .getByRole('button')
        .click();
      await panel.page.getByText(panel.say('This picture can’t be shown. {0}', '')).waitFor();
    },
  },
  lightboxOfTray: {
    state: () => panelState({ draft: { text: '', tray: [ready(chart)] } }),
    prepare: async (panel) => {
      await trayCard(panel, chart.name).click();
      await panel.button('See {0} large', chart.name).click();
      await panel.page.getByRole('application', { name: chart.name }).waitFor();
    },
  },
};
