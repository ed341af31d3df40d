import "plan-widgets/timeline";
import "plan-widgets/goal-card";
import "plan-widgets/glossary";
import "plan-widgets/overview";
import school from "../school/plan.json";

/** @type {<K extends keyof HTMLElementTagNameMap>(tag: K) => HTMLElementTagNameMap[K]} */
const one = (tag) => /** @type {HTMLElementTagNameMap[typeof tag]} */ (document.querySelector(tag));

/** @type {(id: string, then: () => void) => void} */
const press = (id, then) => document.getElementById(id)?.addEventListener("click", then);

press("topic", () => (one("plan-timeline").topic = "water"));
press("own", () => (one("plan-glossary").model = school));
press("close", () => one("plan-goal-card").remove());
one("plan-timeline").addEventListener("plan-select", ({ detail }) => (one("output").textContent = detail.item ?? ""));
