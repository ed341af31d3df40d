// The blocks in the editor: each shows what readers without scripts get, beside its settings, which are the element's
// attributes. `planWidgetsBlocks` is what plan-widgets.php has said before.

(({ blocks, blockEditor, components, element, serverSideRender: Preview }, known) => {
  const { createElement: el } = element;

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

  for (const { name, settings } of known) {
    const edit = ({ attributes, setAttributes }) => {
      const controls = settings.map((setting) => control(setting, attributes, setAttributes));
      const panel = el(components.PanelBody, { title: "plan-widgets" }, ...controls);
      const preview = el(components.Disabled, null, el(Preview, { block: name, attributes }));
      return el(
        "div",
        blockEditor.useBlockProps(),
        el(blockEditor.InspectorControls, { key: "settings" }, panel),
        preview,
      );
    };
    blocks.registerBlockType(name, { edit, save: () => null });
  }
})(window.wp, window.planWidgetsBlocks);
