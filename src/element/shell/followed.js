// What an overview has besides: a timeline or a deck of the page that follows it.

import { byId } from "./document.js";

/** @type {WeakMap<OurElement, { view: OverviewView, failed: (error: unknown) => void, missed?: string }>} */
const shown = new WeakMap(); // an overview → what it shows, and the `for` that it has found nobody by

/** @type {Record<string, 1 | 2 | undefined>} */
const BITS = { timeline: 1, "goal-deck": 2 }; // who follows, as `shown` of a view model has them

/**
 * Sets an attribute, or takes it away where there is nothing.
 * @param {Element} element
 * @param {string} name
 * @param {string | null | undefined} value
 */
const set = (element, name, value) => (value ? element.setAttribute(name, value) : element.removeAttribute(name));

/** @type {Extras} */
export const followed = {
  view(element, plan, _again, failed) {
    shown.set(element, { ...shown.get(element), view: /** @type {OverviewView} */ (plan), failed });
    return plan;
  },

  heard(event, detail, _root, element) {
    const id = element.getAttribute("for");
    const own = shown.get(element);
    if (!id || !own || !["plan-select", "plan-filter"].includes(event)) return;
    const { view } = own;
    const other = byId(element.getRootNode(), id);
    const { spec } = /** @type {Partial<OurClass>} */ (other?.constructor ?? {});
    const bit = BITS[spec?.widget ?? other?.localName.slice("plan-".length) ?? ""];
    if (!other || !bit) {
      if (own.missed !== id) own.failed({ code: "attribute-invalid", refused: [["for", id]] });
      own.missed = id;
      return;
    }
    if (event === "plan-select") {
      const mark = view.items?.find((known) => known.id === detail.project);
      if (bit === 1) set(other, "item", mark?.item);
      else set(other, "project", mark?.goals ? mark.id : null);
      return;
    }
    for (const [facet, name] of ["topic", "stage"].entries()) {
      const wanted = `${detail[name]}`.split(" ").filter(Boolean);
      // What it doesn't have it would refuse.
      const known = wanted.filter((id) => {
        const index = view.facets[facet].findIndex((value) => value.id === id);
        return view.shown[facet][index] & bit;
      });
      if (known.length || !wanted.length) set(other, name, known.join(" "));
    }
  },
};
