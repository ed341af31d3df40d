// The element in plain TypeScript. A line that must not compile says so; `tsc` fails when it does.

import "plan-widgets";
import {
  PlanAnnotate,
  PlanGlossary,
  annotate,
  define,
  version,
  type Annotation,
  type PlanErrorCode,
  type PlanGoal,
  type PlanModel,
  type PlanStage,
} from "plan-widgets/elements";
import plan from "plan-widgets/plan.json";
import bundled from "../../src/model/plan.json";
import school from "../school/plan.json";

// Found by its tag, made by its tag, made by its class.
const found = document.querySelector("plan-glossary");
const glossary: PlanGlossary = found ?? document.createElement("plan-glossary");
const own: PlanGlossary = new PlanGlossary();
// @ts-expect-error no such element
const missing: PlanGlossary = document.createElement("plan-glosary");

// Attributes as properties: read as text, set to what is allowed.
const query: string | null = glossary.query;
const level: string | null = glossary.headingLevel;
glossary.lang = "zh-Hans";
glossary.src = "/plan.json";
glossary.query = null;
glossary.term = undefined;
glossary.headingLevel = 3;
glossary.headingLevel = "3";
glossary.colorScheme = "dark";
// @ts-expect-error there is no seventh rank
glossary.headingLevel = 7;
// @ts-expect-error neither light nor dark
glossary.colorScheme = "sepia";
// @ts-expect-error not text
glossary.query = 3;
// @ts-expect-error the attribute's name, not the property's
glossary["heading-level"] = 3;
// @ts-expect-error no such property
glossary.heading = 3;

// A plan as an object: imported, written out, or none.
glossary.model = plan;
glossary.model = {
  schema: 1,
  languages: ["en"],
  plan: { id: "p", title: { en: "A plan" }, short: { en: "Plan" } },
  terms: [{ id: "t", name: { en: "Term" }, note: { en: "A note" }, components: [{ text: { en: "Part" } }] }],
} satisfies PlanModel;
glossary.model = null;
// @ts-expect-error JSON text is no object
glossary.model = "{}";
// @ts-expect-error a plan that doesn't say what it is
glossary.model = { schema: 1, languages: ["en"] };
// @ts-expect-error no such field
glossary.model = { schema: 1, languages: ["en"], plan: { id: "p", title: {}, short: {} }, goal: [] };
// A file of one's own as TypeScript reads it: its words are any text.
const file = {
  schema: 1,
  languages: ["en"],
  plan: { id: "p", title: {}, short: {} },
  goals: [{ id: "g", kind: "vision", title: {} }],
};
glossary.model = file;
glossary.model = bundled;
glossary.model = school;
// @ts-expect-error a word that only the file's type allows
const strict: PlanModel = file;
const goal: PlanGoal = { id: "g", kind: "vision", title: { en: "Goal" }, horizons: [{ edtf: "2035", kind: "by" }] };
// @ts-expect-error no such kind
goal.kind = "wish";
// The bundled plan is typed to the last field.
const stages: (PlanStage | undefined)[] | undefined = plan.events?.map((event) => event.stage);
const positions: (number | undefined)[] | undefined = plan.projects?.flatMap(
  (project) => project.mentions?.map(({ cite }) => cite?.at) ?? [],
);

// Events: their detail is known on the element and above it.
glossary.addEventListener("plan-ready", ({ detail }) => detail.lang === "zh");
glossary.addEventListener("plan-filter", (event) => event.detail.found / event.detail.all, { once: true });
glossary.addEventListener("plan-select", (event) => event.detail.term?.length);
document.addEventListener("plan-error", ({ detail }) => {
  const code: PlanErrorCode = detail.code;
  for (const { pointer, nearest } of detail.problems) console.error(code, detail.message, pointer, nearest);
});
const onFilter = (event: CustomEvent<{ found: number }>) => console.log(event.detail.found);
glossary.addEventListener("plan-filter", onFilter);
glossary.removeEventListener("plan-filter", onFilter);
glossary.addEventListener("click", (event) => event.clientX);
// @ts-expect-error no such member
glossary.addEventListener("plan-filter", (event) => event.detail.count);
// @ts-expect-error may be null
glossary.addEventListener("plan-select", (event) => event.detail.term.length);
glossary.addEventListener("plan-ready", ({ detail }) => detail.lang === "zh-Hant");
// @ts-expect-error no such code
document.addEventListener("plan-error", ({ detail }) => detail.code === "offline");
// Of a frame they are fired on the iframe, by `frame.js`.
const frame = document.createElement("iframe");
frame.addEventListener("plan-select", ({ detail }) => detail.item?.length);
frame.dataset.planTopic = "energy";
// @ts-expect-error no such member
frame.addEventListener("plan-select", ({ detail }) => detail.items);

// Marking.
const annotation: Annotation = annotate(document.body, { first: "section", skip: "h1", except: ["三个一批"], plan });
annotation.done.then(({ count, lang }) => count.toFixed() + lang);
annotation.undo();
const marks: PlanAnnotate = document.createElement("plan-annotate");
marks.first = "all";
marks.for = "story";
marks.observe = "";
// @ts-expect-error no such choice
annotate(document.body, { first: "once" });
// @ts-expect-error no such option
annotate(document.body, { only: "p" });
// @ts-expect-error no such choice
marks.first = "once";

// Defining.
define();
define(customElements);
const inCharge: CustomElementConstructor | undefined = PlanGlossary.define();
PlanGlossary.define("my-glossary");
class Sub extends PlanGlossary {}
Sub.define("sub-glossary", customElements);
const texts: [string, string] = [version, PlanGlossary.version];
// @ts-expect-error the registry is the second argument
PlanGlossary.define(customElements);
// @ts-expect-error a read-only version
PlanGlossary.version = "2";

export { goal, inCharge, level, missing, own, positions, query, stages, strict, texts };
