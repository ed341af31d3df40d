// In every page of `cargo xtask dev`: reloads it at each build, and shows in it what went wrong.
new EventSource("/__news").onmessage = ({ data }) => {
  if (data === "built") return location.reload();
  const shown = document.querySelector("#dev-error") ?? document.body.appendChild(document.createElement("pre"));
  shown.id = "dev-error";
  shown.textContent = data;
  shown.style.cssText =
    "position: fixed; inset: auto 0 0; z-index: 99999; margin: 0; padding: 1em; max-height: 60vh; overflow: auto; " +
    "background: #300; color: #fee; font: 13px/1.4 monospace; white-space: pre-wrap";
};
