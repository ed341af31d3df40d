// The same by Vue.

import { createApp, h, ref } from "vue";

/** @type {Record<string, [title: string, text: string]>} */
const TOPICS = {
  grid: ["电网", "“2+7+18”骨干电网，配“35+500”。"],
  rail: ["铁路", "“五龙入湛”高铁网。"],
  zones: ["开放", "对接“双区”，共建“核+副中心”。"],
};

createApp({
  setup() {
    const [topic, count, short] = [ref("grid"), ref(0), ref(false)];
    return () =>
      h("div", {}, [
        h(
          "p",
          Object.keys(TOPICS).map((id) =>
            h("button", { key: id, id, onClick: () => (topic.value = id) }, TOPICS[id][0]),
          ),
        ),
        h("h2", TOPICS[topic.value][0]),
        h("p", { id: "text" }, [
          "规划建议提到",
          TOPICS[topic.value][1],
          short.value ? null : "各地还要建四好农村路。",
        ]),
        h("p", [
          "“三线一单”已读 ",
          `${count.value}`,
          " 次 ",
          h("button", { id: "add", onClick: () => count.value++ }, "再读一次"),
          " ",
          h("button", { id: "short", onClick: () => (short.value = !short.value) }, "长短"),
        ]),
        h(
          "ul",
          [...Array(count.value).keys()].map((at) => h("li", { key: at }, `第${at + 1}次：三医联动`)),
        ),
      ]);
  },
}).mount("#app");
