import "plan-widgets";
import type {} from "plan-widgets/react";
import type { PlanSelectDetail } from "plan-widgets";

type Props = { topic: string; onSelect?: ((item: string) => void) | undefined };

export function Plan({ topic, onSelect }: Props) {
  const select = ({ detail }: CustomEvent<PlanSelectDetail>) => onSelect?.(detail.item ?? "");
  return (
    <plan-timeline lang="en" layout="list" topic={topic} onplan-select={onSelect && select}>
      <p>What readers see without scripts</p>
    </plan-timeline>
  );
}
