"use client";

import { useState, useSyncExternalStore } from "react";
import "plan-widgets/timeline";
import type { PlanSelectDetail } from "plan-widgets";
import type {} from "plan-widgets/react";

const subscribe = () => () => {};

export default function Plan() {
  const [selected, setSelected] = useState("");
  const select = ({ detail }: CustomEvent<PlanSelectDetail>) => setSelected(detail.item ?? "");
  // False on a server, and while React takes over what it rendered: until then it sets no listeners of elements.
  const live = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return (
    <>
      <plan-timeline lang="en" topic="transport" layout="list" onplan-select={live ? select : undefined}>
        What readers see without scripts
      </plan-timeline>
      <output>{selected}</output>
    </>
  );
}
