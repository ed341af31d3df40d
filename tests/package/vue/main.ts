import { createApp } from "vue";
import "plan-widgets/goal-card";
import "plan-widgets/glossary";
import "plan-widgets/overview";
import type {} from "plan-widgets/vue";
import App from "./App.vue";
import Pasted from "./Pasted.vue";

createApp(location.hash === "#pasted" ? Pasted : App).mount("#root");
