// Watches a page of the benchmark from its first moment on. It stands in every page itself, because a file of its
// own would take a round trip.
(() => {
  const bench = { first: null, selections: 0, painted: [] };
  Object.defineProperty(window, "__bench", { value: bench });

  const roots = (root) => {
    const inner = [...root.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean);
    return [root, ...inner.flatMap(roots)];
  };
  // Before there are items, and there may be many, only our element is known to have a shadow root.
  const find = (selector) => {
    const shadow = document.querySelector("plan-timeline")?.shadowRoot;
    return [...document.querySelectorAll(selector), ...(shadow?.querySelectorAll(selector) ?? [])];
  };

  // The point of an element where the mouse would reach it, if a reader can see it now.
  const point = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
    const box = element.getClientRects()[0];
    if (!box || box.width < 2 || box.height < 2) return null;
    const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) {
      hit = hit.shadowRoot.elementFromPoint(x, y);
    }
    // Within its parent, because a title may be covered by the link or button that it is in.
    return hit && (element.parentElement ?? element).contains(hit) ? [x, y] : null;
  };

  // Runs after the frame that is being made has been painted.
  const afterPaint = (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(null);
  };

  // Calls back when one of the elements can be seen, with the time at which it was painted.
  bench.watch = (selector) => {
    const look = () => {
      const found = find(selector).slice(0, 200);
      if (found.some((element) => element.textContent.trim() && point(element))) {
        afterPaint(() => (bench.first = performance.now()));
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  };

  // Up to `count` points where a click selects another item each.
  bench.points = (selector, count) => {
    const points = [];
    for (const element of find(selector)) {
      const found = point(element);
      if (found && points.every(([x, y]) => Math.hypot(x - found[0], y - found[1]) > 12)) points.push(found);
      if (points.length === count) break;
    }
    return points;
  };

  bench.nodes = () => roots(document).reduce((sum, root) => sum + root.querySelectorAll("*").length, 0);

  const tasks = [];
  const longTasks = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  longTasks.observe({ type: "longtask", buffered: true });
  let shift = 0;
  const addShifts = (entries) => {
    for (const entry of entries) if (!entry.hadRecentInput) shift += entry.value;
  };
  const shifts = new PerformanceObserver((list) => addShifts(list.getEntries()));
  shifts.observe({ type: "layout-shift", buffered: true });

  // What the visit was like until `end`, in milliseconds since its start.
  bench.visit = (end) => {
    tasks.push(...longTasks.takeRecords());
    addShifts(shifts.takeRecords());
    const long = tasks.filter((task) => task.startTime < end);
    const hosts = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).host);
    return {
      first: bench.first,
      blocked: long.reduce((sum, task) => sum + task.duration - 50, 0),
      shift,
      nodes: bench.nodes(),
      hosts: [...new Set(hosts)].filter((host) => host && host !== location.host),
    };
  };

  // Records when each frame begins, until the returned function is called.
  bench.frames = () => {
    const times = [performance.now()];
    let going = true;
    const frame = () => {
      times.push(performance.now());
      if (going) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    bench.stop = () => {
      going = false;
      times.push(performance.now());
      return times;
    };
  };

  addEventListener("plan-select", () => bench.selections++, true);
  addEventListener(
    "pointerup",
    ({ timeStamp }) => {
      requestAnimationFrame(() => afterPaint(() => bench.painted.push(performance.now() - timeStamp)));
    },
    true,
  );
})();
