import { render } from "plan-widgets/server";

export default function Page() {
  const html = render("timeline", { lang: "en", topic: "transport" });
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
