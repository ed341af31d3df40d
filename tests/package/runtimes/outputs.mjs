// What the server entry gives, to be the same in every runtime.

import { describe, list, render, validate, version } from "plan-widgets/server";

function refused(kind, options) {
  try {
    return render(kind, options);
  } catch ({ name, code, message, problems }) {
    return { name, code, message, problems };
  }
}

export const outputs = () =>
  JSON.stringify([
    version,
    render("timeline", { lang: "zh" }),
    render("timeline", { lang: "en", topic: ["energy", "water"], shadow: true }),
    render("goal-card", { goal: "transport-hub", stylesheet: "/goals.css" }),
    render("goal-deck"),
    render("glossary", { query: "龙" }),
    describe("goal-card", { goal: "transport-hub", lang: "en" }),
    list(),
    validate({}, { lang: "zh" }),
    refused("timeline", { topic: "enrgy" }),
    refused("timeline", { model: {} }),
  ]);
