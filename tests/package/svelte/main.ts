import { define } from "plan-widgets/elements";
import { mount } from "svelte";
import App from "./App.svelte";

define();
mount(App, { target: document.getElementById("root")! });
