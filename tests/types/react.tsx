// The element in React's JSX.

import { useRef } from "react";
import type {} from "plan-widgets/react";
import type { PlanGlossary, PlanModel } from "plan-widgets";

export function Page({ model, query }: { model: PlanModel | null; query?: string }) {
  const glossary = useRef<PlanGlossary>(null);
  return (
    <plan-glossary
      ref={glossary}
      key="glossary"
      className="wide"
      style={{ maxWidth: "40rem" }}
      aria-label="名词解释"
      lang="zh"
      src="/plan.json"
      query={query}
      term="dual-zones"
      heading-level={3}
      color-scheme="dark"
      model={model}
      onClick={(event) => event.currentTarget.headingLevel}
      onplan-ready={({ detail }) => detail.lang}
      onplan-error={({ detail }) => detail.problems[0]?.pointer}
      onplan-filter={(event) => console.log(event.detail.found.toFixed(), glossary.current?.query)}
      onplan-select={({ detail }) => detail.term?.length}
    >
      <p>静态内容</p>
    </plan-glossary>
  );
}

export const wrong = [
  // @ts-expect-error there is no seventh rank
  <plan-glossary heading-level={7} />,
  // @ts-expect-error neither light nor dark
  <plan-glossary color-scheme="sepia" />,
  // @ts-expect-error the attribute is heading-level
  <plan-glossary headingLevel={3} />,
  // @ts-expect-error JSON text is no object
  <plan-glossary model="{}" />,
  // @ts-expect-error no such member
  <plan-glossary onplan-filter={(event) => event.detail.count} />,
  // @ts-expect-error React 19 listens to `onplan-filter`
  <plan-glossary onPlanFilter={() => {}} />,
  // @ts-expect-error no such element
  <plan-glosary />,
];
