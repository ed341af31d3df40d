// What an overview has besides: a timeline or a deck of the page that follows it.

import { byId } from "./document.js";

/** @type {WeakMap<OurElement, OverviewView>} */
const views = new WeakMap(); // an overview → what it shows

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
  view(element, plan) {
    views.set(element, /** @type {OverviewView} */ (plan));
    return plan;
  },

  heard(event, detail, _root, element) {
    const id = element.getAttribute("for");
    const other = id && byId(element.getRootNode(), id);
    const view = views.get(element);
    if (!other || !view) return;
    const { spec } = /** @type {Partial<OurClass>} */ (other.constructor);
    const bit = BITS[spec?.widget ?? other.localName.slice("plan-".length)];
    if (!bit) return;
    if (event === "plan-select") {
      const mark = view.items?.find((known) => known.id === detail.project);
      if (bit === 1) set(other, "item", mark?.item);
      else set(other, "project", mark?.goals ? mark.id : null);
    }
    if (event !== "plan-filter") return;
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
