// The widgets in React: a page that each of its builds shows.

import { useState, useSyncExternalStore } from "react";
import type {} from "plan-widgets/react";
import school from "../school/plan.json";
import { Plan } from "./Plan";

const subscribe = () => () => {};

export function App() {
  const [topic, setTopic] = useState("transport");
  const [own, setOwn] = useState(false);
  const [card, setCard] = useState(true);
  const [selected, setSelected] = useState("");
  // False on a server and while React takes its HTML over, when it sets neither listeners nor properties of custom
  // elements: https://github.com/react/react/issues/35446
  const live = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return (
    <main data-live={live}>
      <button id="topic" onClick={() => setTopic("water")}>
        Water
      </button>
      <button id="own" onClick={() => setOwn(true)}>
        A school’s plan
      </button>
      <button id="close" onClick={() => setCard(false)}>
        Without the goal
      </button>
      <output>{selected}</output>
      <Plan topic={topic} onSelect={live ? setSelected : undefined} />
      {card && (
        <plan-goal-card lang="en" goal="transport-hub">
          A goal
        </plan-goal-card>
      )}
      <plan-glossary lang="en" model={live && own ? school : null}>
        Terms
      </plan-glossary>
    </main>
  );
}
