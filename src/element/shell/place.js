// Where a pop-up stands beside its term, for browsers that don't know `position-area`: boxes in, a place out.

const GAP = 8; // between the term and the pop-up, and to the edges of the window, in px

// Below the term and in line with its start; above it where there is more room; never off the window.
export function place(term, popup, window) {
  const within = (at, size, whole) => Math.max(GAP, Math.min(at, whole - size - GAP));
  const below = window.height - term.bottom;
  const top = popup.height + 2 * GAP <= below || below >= term.top ? term.bottom + GAP : term.top - popup.height - GAP;
  return { left: within(term.left, popup.width, window.width), top: within(top, popup.height, window.height) };
}
