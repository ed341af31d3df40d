import { define } from "plan-widgets/elements";
import { mount } from "svelte";

const target = document.getElementById("root")!;
// By itself: it defines its element from another entry.
if (location.hash === "#pasted") {
  void import("./Pasted.svelte").then(({ default: Pasted }) => mount(Pasted, { target }));
} else {
  define();
  void import("./App.svelte").then(({ default: App }) => mount(App, { target }));
}
