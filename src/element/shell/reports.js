// What goals have besides: progress that the page reports, and texts for the clipboard.

import { reported } from "./source.js";

/**
 * Progress, the plan that it is of, and what is shown of both: until an answer comes what was shown before.
 * @typedef {{ given?: PlanProgress | string | null, plan: View, shown: View }} Report
 */

/**
 * What an element has: the object given as `progress`, its last report, and how it is asked to show another.
 * @typedef {{ object: PlanProgress | null, report?: Report, again: () => void }} State
 */

/** @type {WeakMap<OurElement, State>} */
const states = new WeakMap();

/** @param {OurElement} element */
function stateOf(element) {
  let state = states.get(element);
  if (!state) states.set(element, (state = { object: null, again() {} }));
  return state;
}

/** @param {OurElement} element */
const given = (element) => stateOf(element).object ?? element.getAttribute("progress");

/** @type {Extras} */
export const reports = {
  /** Its object, or its text. */
  progress: {
    configurable: true,
    enumerable: true,
    /** @this {OurElement} */
    get() {
      return given(this);
    },
    /**
     * @this {OurElement}
     * @param {PlanProgress | string | null | undefined} value
     */
    set(value) {
      const state = stateOf(this);
      // Whatever is neither none nor a URL is checked, and refused if it is no progress.
      state.object = typeof value === "string" ? null : value || null;
      if (typeof value === "string") this.setAttribute("progress", value);
      else if (!value) this.removeAttribute("progress");
      state.again();
    },
  },

  view(element, plan, again, failed) {
    const state = stateOf(element);
    state.again = again;
    const now = plan.lacks ? null : given(element); // nothing is reported of half a plan
    const last = state.report;
    if (now !== (last?.given ?? null) || (now && plan !== last?.plan)) {
      /** @type {Report} */
      const report = { given: now, plan, shown: plan === last?.plan && now ? last.shown : plan };
      state.report = report;
      if (now) {
        const answered = reported(/** @type {DeckView} */ (plan), now, element.baseURI).then(
          (shown) => {
            if (state.report !== report) return;
            report.shown = shown;
            again();
            if (shown.unbound?.length) failed({ code: "progress-unbound", problems: shown.unbound });
          },
          (error) => {
            if (typeof error?.code !== "string") throw error; // not of ours: let it be seen
            if (state.report !== report) return;
            if (error.url) report.given = undefined; // asked for again at the next turn
            failed(error);
          },
        );
        // What static content says of it stays until then.
        if (!last && (element.shadowRoot ?? element).querySelector("[part=account], [part=standing]"))
          return answered.then(() => report.shown);
      }
    }
    return now && state.report ? state.report.shown : plan;
  },

  waits(element) {
    return (stateOf(element).report?.given ?? null) !== given(element);
  },

  async heard(event, { text }, root) {
    if (event !== "plan-copy") return;
    // A page that came over plain HTTP has no clipboard.
    const written = navigator.clipboard?.writeText(/** @type {string} */ (text)) ?? Promise.reject();
    const outcome = await written.then(
      () => "plan-copied",
      () => "plan-not-copied",
    );
    root()?.firstElementChild.dispatchEvent(new Event(outcome));
  },
};
