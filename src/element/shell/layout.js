// Where a pop-up stands next to its term: boxes in, a position out. Browsers with `position-area` need only the side.

const GAP = 8; // between the term and the pop-up, and to the edges of the window, in px

// In less room than this, in px, a pop-up would show a line or two: rather over its term than that.
const LEAST = 160;

/**
 * Below the term and in line with its start; above it where there is more room, `room` px of it at most; never off the
 * window. Where it doesn't fit on either side, it stands over its term.
 * @param {Pick<DOMRect, "left" | "right" | "top" | "bottom">} term
 * @param {Pick<DOMRect, "width" | "height">} popup
 * @param {Pick<DOMRect, "width" | "height">} window
 * @param {boolean} rtl whether the pop-up is read from right to left
 */
export function layout(term, popup, window, rtl) {
  /**
   * @param {number} at
   * @param {number} size
   * @param {number} whole
   */
  const within = (at, size, whole) => Math.max(GAP, Math.min(at, whole - size - GAP));
  const below = window.height - term.bottom;
  const above = popup.height + 2 * GAP > below && below < term.top;
  const room = Math.max(below, term.top) - 2 * GAP;
  const height = room < LEAST ? popup.height : Math.min(popup.height, room);
  const top = above ? term.top - height - GAP : term.bottom + GAP;
  return {
    above,
    room,
    fits: height <= room,
    left: within(rtl ? term.right - popup.width : term.left, popup.width, window.width),
    top: within(top, height, window.height),
  };
}
