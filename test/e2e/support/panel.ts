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
  // VS Code keeps frames apart from what they belong to, and once one was hidden its address tells nothing any more.
  const inPlace = { sideBar: ':left-of(.part.editor)', editor: ':right-of(.part.sidebar)' }[place];
  return page.locator(`iframe.webview[src*="extensionId=${extensionId}"]${inPlace}`);
}
