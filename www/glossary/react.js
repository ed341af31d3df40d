// A page that React renders and renders again, with terms marked in it all the while.

import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";

/** @type {Record<string, [title: string, text: string]>} */
const TOPICS = {
  grid: ["电网", "“2+7+18”骨干电网，配“35+500”。"],
  rail: ["铁路", "“五龙入湛”高铁网。"],
  zones: ["开放", "对接“双区”，共建“核+副中心”。"],
};

function App() {
  const [topic, choose] = useState("grid");
  const [count, add] = useState(0);
  const [short, shorten] = useState(false);
  const [title, text] = TOPICS[topic];
  return h("div", {}, [
    h(
      "p",
      { key: "choose" },
      Object.keys(TOPICS).map((id) => h("button", { key: id, id, onClick: () => choose(id) }, TOPICS[id][0])),
    ),
    h("h2", { key: "title" }, title),
    h("p", { key: "text", id: "text" }, "规划建议提到", text, short ? null : "各地还要建四好农村路。"),
    h(
      "p",
      { key: "count" },
      "“三线一单”已读 ",
      count,
      " 次 ",
      h("button", { id: "add", onClick: () => add(count + 1) }, "再读一次"),
      " ",
      h("button", { id: "short", onClick: () => shorten(!short) }, "长短"),
    ),
    h(
      "ul",
      { key: "list" },
      [...Array(count).keys()].map((at) => h("li", { key: at }, `第${at + 1}次：三医联动`)),
    ),
  ]);
}

createRoot(/** @type {HTMLElement} */ (document.getElementById("app"))).render(h(App));
