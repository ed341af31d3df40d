import { render } from "plan-widgets/server";
import { Live } from "./live";

// The static part by the server; in the page the element takes it over.
export default function Rendered() {
  const html = render("timeline", { lang: "en", topic: "transport", layout: "list" });
  return (
    <main>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <Live />
    </main>
  );
}
