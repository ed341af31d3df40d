// The element in Vue's templates: its checker looks a tag up in `GlobalComponents` and reads `$props`.

import { useTemplateRef, type GlobalComponents } from "vue";
import type {} from "plan-widgets/vue";
import type { PlanGlossary } from "plan-widgets";

type Glossary = InstanceType<GlobalComponents["plan-glossary"]>;
type Props = Glossary["$props"];

// <plan-glossary heading-level="3" …>
export const right: Props = {
  key: "glossary",
  class: ["wide", { dark: true }],
  lang: "zh",
  src: "/plan.json",
  query: "双",
  term: "dual-zones",
  headingLevel: "3",
  colorScheme: "dark",
  model: null,
  onClick: (event) => event.clientX,
  onPlanReady: ({ detail }) => detail.lang,
  onPlanError: ({ detail }) => detail.problems[0]?.pointer,
  onPlanFilter: (event) => event.detail.found.toFixed(),
  onPlanSelect: ({ detail }) => detail.term?.length,
};

// @ts-expect-error there is no seventh rank
export const rank: Props = { headingLevel: 7 };
// @ts-expect-error neither light nor dark
export const scheme: Props = { colorScheme: "sepia" };
// @ts-expect-error JSON text is no object
export const model: Props = { model: "{}" };
// @ts-expect-error no such member
export const detail: Props = { onPlanFilter: (event) => event.detail.count };
// @ts-expect-error no such event
export const event: Props = { onPlanFound: () => {} };
// @ts-expect-error no such element
export type Missing = GlobalComponents["plan-glosary"];

// A template's ref is the element itself.
export const glossary: PlanGlossary | null = useTemplateRef<Glossary>("glossary").value;
