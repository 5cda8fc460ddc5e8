type Listener = (isNear: boolean) => void;

const listeners = new Map<Element, Listener>();
let observer: IntersectionObserver | undefined;

/**
 * Tells whether an element is within a height of the view of what is visible, at first and whenever that changes.
 *
 * @returns ends the watch
 */
export function watchNearness(element: Element, listener: Listener): () => void {
  // One for all: each observer is asked with every frame.
  observer ??= new IntersectionObserver(
    (entries) => entries.forEach(({ target, isIntersecting }) => listeners.get(target)?.(isIntersecting)),
    { scrollMargin: '100% 0px' },
  );
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    observer?.unobserve(element);
  };
}
