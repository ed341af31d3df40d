// Records what a page complains about and how far it shifts, for the browser tests.
// The test server puts it first into every page. It is a file of its own so that it also runs
// under `script-src 'self'`.
(() => {
  if ("__probe" in window) return;
  const probe = { messages: [], shift: 0 };
  // Not enumerable: tests look for names that the widgets leak into the page.
  Object.defineProperty(window, "__probe", { value: probe });

  const text = (part) => {
    if (part instanceof Error) return `${part.name}: ${part.message}`;
    if (typeof part !== "object" || part === null) return String(part);
    try {
      return JSON.stringify(part);
    } catch {
      return String(part);
    }
  };
  const note = (kind, ...parts) => {
    probe.messages.push({ kind, text: parts.map(text).join(" ") });
  };

  for (const kind of ["warn", "error"]) {
    const original = console[kind];
    console[kind] = (...parts) => {
      note(kind, ...parts);
      original.apply(console, parts);
    };
  }
  // Capturing, because a resource that fails to load tells only its own element.
  addEventListener(
    "error",
    (event) => {
      const from = event.target;
      if (from instanceof Element) note("load", from.localName, from.src ?? from.href);
      else note("uncaught", event.error ?? event.message);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => {
    note("csp", event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber);
  });

  // Only Chromium reports layout shifts.
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) probe.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  }
})();
