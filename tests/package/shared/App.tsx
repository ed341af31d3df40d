// The widgets in React: a page that each of its builds shows.
"use client";

import { useState } from "react";
import "plan-widgets";
import type {} from "plan-widgets/react";
import school from "../school/plan.json";

export function App() {
  const [topic, setTopic] = useState("transport");
  const [own, setOwn] = useState(false);
  const [card, setCard] = useState(true);
  const [selected, setSelected] = useState("");
  return (
    <main>
      <button id="topic" onClick={() => setTopic("water")}>Water</button>
      <button id="own" onClick={() => setOwn(true)}>A school’s plan</button>
      <button id="close" onClick={() => setCard(false)}>Without the goal</button>
      <output>{selected}</output>
      <plan-timeline lang="en" layout="list" topic={topic} onplan-select={({ detail }) => setSelected(detail.item ?? "")}>
        <p>What readers see without scripts</p>
      </plan-timeline>
      {card && <plan-goal-card lang="en" goal="transport-hub">A goal</plan-goal-card>}
      <plan-glossary lang="en" model={own ? school : null}>Terms</plan-glossary>
    </main>
  );
}
