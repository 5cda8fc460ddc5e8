import type { PanelPage } from './panel-page';

/**
 * Which of these texts are not shown whole, with what is missing. What people and models write may be shortened, the
 * panel's own words may not.
 */
export async function cutOff({ page }: PanelPage, texts: readonly string[]): Promise<string[]> {
  return await page.evaluate((own) => {
    const words = new Set(own);
    const clips = ({ overflowX }: CSSStyleDeclaration): boolean => overflowX === 'hidden' || overflowX === 'clip';
    const missing: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const text = element.textContent.trim();
      const { width, right, left } = element.getBoundingClientRect();
      const isSeen = width > 0 && getComputedStyle(element).visibility !== 'hidden';
      // What is written for the ears alone has no place of its own on the page.
      const isSpoken =
        element.closest('.visually-hidden') ?? element.querySelector('.visually-hidden')?.textContent === text;
      if (!words.has(text) || !isSeen || isSpoken) {
        continue;
      }
      if (clips(getComputedStyle(element)) && element.scrollWidth > element.clientWidth) {
        missing.push(`"${text}" needs ${element.scrollWidth} pixels and has ${element.clientWidth}`);
      }
      for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        // What goes on to the side can be scrolled to with the keyboard.
        if ((style.overflowX === 'auto' || style.overflowX === 'scroll') && outer.tabIndex >= 0) {
          break;
        }
        const place = outer.getBoundingClientRect();
        if ((clips(style) || outer === document.body) && (right > place.right + 1 || left < place.left - 1)) {
          missing.push(`"${text}" reaches from ${left} to ${right}, ${outer.className} to ${place.right}`);
          break;
        }
      }
    }
    return missing;
  }, texts);
}
