// The language of an element: its own `lang`, or the closest ancestor's, across shadow roots.

const watchers = new Set();

let observer;

// The BCP 47 tag that holds for `element`, or undefined where nobody says.
export function languageOf(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const lang = node.closest("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
}

// Calls `then` when a `lang` in the page changes. Gives the way to take that back.
export function watchLanguages(then) {
  observer ??= new MutationObserver(() => watchers.forEach((watcher) => watcher()));
  if (!watchers.size) observer.observe(document, { subtree: true, attributeFilter: ["lang"] });
  watchers.add(then);
  return () => {
    watchers.delete(then);
    if (!watchers.size) observer.disconnect();
  };
}
