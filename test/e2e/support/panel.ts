import type { FrameLocator, Locator, Page } from 'playwright-core';

const extensionId = 'iris-multimodal.iris-multimodal';

/** Where the panel is shown. */
export type PanelPlace = 'sideBar' | 'editor';

/** The document of the Iris panel, inside VS Code's two nested frames. */
export function panelFrame(page: Page, place: PanelPlace): FrameLocator {
  return panelElement(page, place).contentFrame().locator('iframe#active-frame').contentFrame();
}

/** The outer frame of the panel, for instance as the target of a drag. */
export function panelElement(page: Page, place: PanelPlace): Locator {
  const ofIris = `iframe.webview[src*="extensionId=${extensionId}"]`;
  const inView = '[src*="purpose=webviewView"]';
  return page.locator(place === 'sideBar' ? ofIris + inView : `${ofIris}:not(${inView})`);
}
