import { renderContent } from "plan-widgets/server";

export const prerender = true;

export const load = () => ({
  content: renderContent("timeline", { lang: "en", layout: "list", topic: "transport", shadow: true }),
});
