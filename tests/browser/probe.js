// Records what a page complains about and what shifts in it, for the browser tests.
// The test server puts it first into every page. It is a file of its own so that it also runs
// under `script-src 'self'`.
(() => {
  if ("__probe" in window) return;
  const probe = { messages: [], shifts: [] };
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

  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  const moved = ({ node, previousRect, currentRect }) => {
    const name = node instanceof Element ? `${node.localName} ${node.getAttribute("part") ?? ""}` : node?.nodeName;
    return `${name}: ${box(previousRect)} to ${box(currentRect)}`;
  };

  for (const kind of ["warn", "error"]) {
    const original = console[kind];
    console[kind] = (...parts) => {
      note(kind, ...parts);
      original.apply(console, parts);
    };
  }
  // Capturing, because a resource that fails to load dispatches its event on its own element only.
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

  // What has been parsed may be drawn before the rest: what that moves is the page's own.
  let drawn = Infinity; // when all of the page had been drawn once
  addEventListener("DOMContentLoaded", () => {
    requestAnimationFrame(() => requestAnimationFrame((time) => (drawn = time)));
  });
  // Only Chromium reports layout shifts.
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
        if (startTime >= drawn && !hadRecentInput) probe.shifts.push([value, ...sources.map(moved)].join("; "));
      }
    }).observe({ type: "layout-shift", buffered: true });
  }
})();
