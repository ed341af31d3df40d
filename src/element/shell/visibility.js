// Whether an element is about to be seen, before which nothing is fetched for it: one observer for all of them.

// Half a screen of a phone: enough to be there in time on slow 4G, little enough to spare most pages the load.
const AHEAD = "400px";

/** @type {WeakMap<Element, () => void>} */
const waiting = new WeakMap();

/** @type {IntersectionObserver | undefined} */
let observer;

/**
 * Calls `then` once, when `element` is near the viewport, or is touched, pointed at or focused. Gives the way to take
 * it back.
 * @param {Element} element
 * @param {() => void} then
 */
export function whenVisible(element, then) {
  if (!globalThis.IntersectionObserver) {
    queueMicrotask(then); // nobody can say: it may be visible
    return () => {};
  }
  observer ??= new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && waiting.get(target)?.()),
    { rootMargin: AHEAD },
  );
  const wishes = ["pointerover", "focusin", "touchstart"];
  const forget = () => {
    /** @type {IntersectionObserver} */ (observer).unobserve(element);
    waiting.delete(element);
    wishes.forEach((wish) => element.removeEventListener(wish, now));
  };
  const now = () => {
    forget();
    then();
  };
  waiting.set(element, now);
  wishes.forEach((wish) => element.addEventListener(wish, now, { passive: true }));
  observer.observe(element);
  return forget;
}
