import type { PictureComparison } from '../../../src/shared/picture-comparison';
import type { PanelPage } from './panel-page';
import { panelState, picture, ready } from './sample-state';
import type { Scene } from './scenes';

export const before = picture('before', 'checkout before.png');
export const after = picture('after', 'checkout after.png');
const third = picture('third', 'a picture whose name is much longer than the panel is wide.png');

const trayOf = (pictures: readonly (typeof before)[], text = '') =>
  panelState({ draft: { text, tray: pictures.map((one) => ready(one)) } });

/** How the sample pictures differ. */
export const comparison: PictureComparison = {
  difference: { sha256: '00'.repeat(32), mediaType: 'image/png', byteLength: 900, width: 320, height: 200 },
  differing: 1234,
  same: false,
  scale: 1,
};

export async function openComparison(panel: PanelPage): Promise<void> {
  await panel.button('Compare pictures').click();
  await panel.page.getByRole('region', { name: panel.say('Compare pictures') }).waitFor();
  await panel.button('See {0} large', after.name).waitFor();
}

export async function compared(panel: PanelPage, changes: Partial<PictureComparison> = {}): Promise<void> {
  await openComparison(panel);
  await panel.send({
    type: 'comparisonMade',
    first: before.id,
    second: after.id,
    comparison: { ...comparison, ...changes },
  });
}

export async function chooseMode(panel: PanelPage, name: string): Promise<void> {
  await panel.page.getByRole('radio', { name: panel.say(name), exact: true }).check({ force: true });
}

export const compareScenes: Readonly<Record<string, Scene>> = {
  compareLoading: { state: () => trayOf([before, after]), prepare: openComparison },
  compareSides: { state: () => trayOf([before, after]), prepare: (panel) => compared(panel) },
  compareSlider: {
    state: () => trayOf([before, after]),
    prepare: async (panel) => {
      await compared(panel);
      await chooseMode(panel, 'Slider');
      await panel.page.getByRole('slider').focus();
      await panel.page.keyboard.press('ArrowRight');
    },
  },
  compareDifference: {
    state: () => trayOf([before, after, third]),
    prepare: async (panel) => {
      await compared(panel, { scale: 0.5 });
      await chooseMode(panel, 'Difference');
      await panel.button('See the difference of {0} and {1} large', before.name, after.name).waitFor();
    },
  },
  compareSame: {
    state: () => trayOf([before, after]),
    prepare: (panel) => compared(panel, { same: true, differing: 0 }),
  },
  compareFailed: {
    state: () => trayOf([before, after]),
    prepare: async (panel) => {
      await openComparison(panel);
      const reason = 'checkout after.png has changes that are not saved. Save or discard them in the picture editor.';
      await panel.send({ type: 'comparisonFailed', first: before.id, second: after.id, reason });
      await chooseMode(panel, 'Difference');
    },
  },
};
