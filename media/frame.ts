/** Milliseconds between updates of a page that nobody sees. */
const hiddenInterval = 100;

/** Runs something before the next frame. Hidden pages get no frames, but their state must not lag behind for ever. */
export function scheduleFrame(run: () => void): void {
  if (document.hidden) {
    setTimeout(run, hiddenInterval);
  } else {
    requestAnimationFrame(run);
  }
}
