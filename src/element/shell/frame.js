/*! MIT */
// The host's side of the pages for frames: their height, the host's color scheme, links to items. Loaded twice it does
// no harm. What embed.js can do for it is done there, because every host loads this.

/** @type {WeakMap<HTMLIFrameElement, RegExp>} */
const known = new WeakMap(); // iframe of ours → what in the host's fragment is its state

const frames = () => document.querySelectorAll("iframe");
const fragment = () => location.hash.replace("#", "&");

/**
 * What stands before a frame's names in the host's fragment. Without the attribute nothing there is the frame's.
 * @param {HTMLIFrameElement} frame
 */
const start = ({ dataset: { deepLink } }) => deepLink && deepLink + ".";

/**
 * Sends a frame what it can't see of its host. Of one that hasn't said its names yet the fragment holds nothing.
 * @param {HTMLIFrameElement} frame
 */
const send = (frame) => {
  const state = known.get(frame);
  const planFrame = {
    scheme: getComputedStyle(frame).colorScheme,
    start: start(frame),
    state: state && fragment().match(state),
  };
  /** @type {Window} */ (frame.contentWindow).postMessage({ planFrame }, "*");
};
const sendAll = () => frames().forEach((frame) => known.has(frame) && send(frame));

addEventListener("message", ({ source, data }) => {
  const { height, keys, state, top } = data?.planFrame ?? {};
  for (const frame of frames()) {
    if (frame.contentWindow != source) continue;
    const name = start(frame);
    if (height > 0 && height < 1e5) {
      frame.style.boxSizing = "content-box"; // a border of the host's takes nothing from it
      frame.style.height = height + "px";
    }
    if (keys) (known.set(frame, RegExp(`&${name}(${keys})=[^&]*`, "g")), send(frame));
    if (name == null || !known.has(frame)) continue;
    if (state != null) {
      const url = new URL(/** @type {string} */ (/** @type {unknown} */ (location)));
      url.hash = (
        fragment().replace(/** @type {RegExp} */ (known.get(frame)), "") + state.replaceAll("&", "&" + name)
      ).slice(1);
      history.replaceState(history.state, "", url);
    }
    if (top >= 0) scrollBy(0, frame.getBoundingClientRect().top + top - innerHeight / 4);
  }
});

addEventListener("hashchange", sendAll);
new MutationObserver(sendAll).observe(document.documentElement, { attributes: true });
// Those that were here before us; others speak up by themselves. One that is linked to loads without being visible.
for (const frame of frames()) {
  if (fragment() && start(frame) != null) frame.loading = "eager";
  send(frame);
}
