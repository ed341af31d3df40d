// The blocks in the editor: each shows what readers without scripts get, beside its settings, which are the element's
// attributes. `planWidgets` is what plan-widgets.php has said before.

(({ apiFetch, blocks, blockEditor, components, element, serverSideRender: Preview }, known) => {
  const { createElement: el, useEffect } = element;

  /** The control of a setting; where it is empty, the attribute isn't there. */
  function control({ name, kind, label, help, unset, choices, bounds }, attributes, setAttributes) {
    const onChange = (value) => setAttributes({ [name]: value || undefined });
    const common = { key: name, label, help, onChange };
    if (kind === "flag") return el(components.ToggleControl, { ...common, checked: attributes[name] === true });
    const value = attributes[name] ?? "";
    if (kind === "choice") {
      const options = [{ value: "", label: unset }, ...choices.map((choice) => ({ value: choice, label: choice }))];
      return el(components.SelectControl, { ...common, value, options });
    }
    const type = bounds ? { type: "number", min: bounds[0], max: bounds[1] } : {};
    return el(components.TextControl, { ...common, value, placeholder: unset, ...type });
  }

  /** An empty heading is none. */
  function noHeading({ heading }, setAttributes) {
    const onChange = (on) => setAttributes({ heading: on ? "" : undefined });
    return el(components.ToggleControl, {
      key: "no-heading",
      label: known.noHeading,
      checked: heading === "",
      onChange,
    });
  }

  /** In base 64, as short as it gets. */
  async function packed(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }

  /** The plan of the site's own; the renderer has the bundled one. */
  async function planAt(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  }

  /** The static content of what is chosen, where the plugin has none: by the package's own renderer. */
  async function contentFor(name, given) {
    const said = await apiFetch({ path: "/plan-widgets/v1/block", method: "POST", data: { name, given } });
    const { kind, attributes, contentOf, model, isThere, isWhole } = said;
    if (isThere || !isWhole) return { content: undefined, contentOf: undefined };
    if (given.contentOf === contentOf) return {};
    const { renderContent } = await import(known.server);
    const { progress, ...options } = attributes;
    if (model) options.model = await planAt(model);
    const inShadow = renderContent(kind, { ...options, stylesheet: known.stylesheet });
    // The plugin says which stylesheets there are.
    const shadow = inShadow.slice(
      inShadow.indexOf("<div>") + "<div>".length,
      inShadow.lastIndexOf("</div></template>"),
    );
    const forms = { static: renderContent(kind, options), shadow };
    const withoutScripts = (html) => html.replace(/<script[^]*?<\/script>/g, "");
    const json = JSON.stringify({ static: withoutScripts(forms.static), shadow: withoutScripts(forms.shadow) });
    return { content: await packed(json), contentOf };
  }

  /** A shortcode that is pasted, or made into blocks, is the block with its settings. */
  function fromShortcode(tag, settings) {
    const attributes = settings.map(({ name, kind }) => {
      const shortcode = ({ named, numeric }) => named[name] ?? (numeric.includes(name) ? "" : undefined);
      return [name, { type: kind === "flag" ? "boolean" : "string", shortcode }];
    });
    return { type: "shortcode", tag, attributes: Object.fromEntries(attributes) };
  }

  for (const { name, shortcode, settings } of known.blocks) {
    const edit = ({ attributes, setAttributes }) => {
      const { content, contentOf, ...chosen } = attributes;
      const choice = JSON.stringify(chosen);
      useEffect(() => {
        let isLatest = true;
        const store = (made) => {
          if (isLatest && Object.keys(made).some((key) => made[key] !== attributes[key])) setAttributes(made);
        };
        // Half a second, for settings are typed. What can't be rendered has the content of the files.
        const timer = setTimeout(() => {
          contentFor(name, { ...chosen, contentOf }).then(store, (error) => {
            console.warn(`plan-widgets: ${error.message}`);
            store({ content: undefined, contentOf: undefined });
          });
        }, 500);
        return () => {
          isLatest = false;
          clearTimeout(timer);
        };
      }, [choice]);
      const controls = settings.flatMap((setting) => {
        const own = control(setting, attributes, setAttributes);
        return setting.name === "heading" ? [own, noHeading(attributes, setAttributes)] : [own];
      });
      const panel = el(components.PanelBody, { title: "plan-widgets" }, ...controls);
      const preview = el(Preview, { block: name, attributes, httpMethod: "POST" });
      return el(
        "div",
        blockEditor.useBlockProps(),
        el(blockEditor.InspectorControls, { key: "settings" }, panel),
        el(components.Disabled, null, preview),
      );
    };
    const transforms = { from: [fromShortcode(shortcode, settings)] };
    blocks.registerBlockType(name, { edit, save: () => null, transforms });
  }
})(window.wp, window.planWidgets);
