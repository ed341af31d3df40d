import { render } from "plan-widgets/server";

export default function (config) {
  config.addPassthroughCopy({ "node_modules/plan-widgets/dist": "plan-widgets" });

  // {% plan "timeline", "topic=transport", "lang=zh" %}
  config.addShortcode("plan", (widget, ...options) => {
    const entry = widget.startsWith("goal") ? "goals" : widget;
    const script = config.getFilter("url")(`/plan-widgets/${entry}.js`);
    const html = render(widget, { shadow: true, ...Object.fromEntries(options.map((option) => option.split("="))) });
    // In a <div>, or Markdown takes it for a paragraph.
    return `<div><script type="module" src="${script}"></script>${html}</div>`;
  });
}
