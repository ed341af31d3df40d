// Where a pop-up stands beside its term: boxes in, a place out. Browsers with `position-area` need only the side.

const GAP = 8; // between the term and the pop-up, and to the edges of the window, in px

// Below the term and in line with its start; above it where there is more room; never off the window.
export function place(term, popup, window) {
  const within = (at, size, whole) => Math.max(GAP, Math.min(at, whole - size - GAP));
  const below = window.height - term.bottom;
  const above = popup.height + 2 * GAP > below && below < term.top;
  const fits = popup.height + 2 * GAP <= Math.max(below, term.top);
  const top = above ? term.top - popup.height - GAP : term.bottom + GAP;
  return { above, fits, left: within(term.left, popup.width, window.width), top: within(top, popup.height, window.height) };
}
