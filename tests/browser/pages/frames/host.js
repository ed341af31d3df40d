// What a host may have next to our script: what it hears, and listeners for the heights that others' frames send.
window.heard = [];
addEventListener("message", ({ data, source }) => {
  window.heard.push({ data, source });
  window.detail = data?.planFrame?.detail; // as it was sent: our script takes it away
});

// `attributes` of an iframe, which goes into the page.
window.add = (attributes) => {
  const frame = document.createElement("iframe");
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  document.querySelector("main").append(frame);
  return frame;
};

window.load = (src) => {
  const script = document.createElement("script");
  script.src = src;
  document.head.append(script);
};

// As the page's own: who calls is who sends.
window.tell = (data) => setTimeout(() => frames[0].postMessage(data, "*"));

window.heights = () => window.heard.map(({ data }) => data?.planFrame?.height).filter(Boolean);

const each = (hear) =>
  addEventListener("message", (event) => document.querySelectorAll("iframe").forEach((frame) => hear(frame, event)));

// By what each of them says of its messages; all but AMP set a height as sent, WordPress within bounds.
window.listeners = {
  datawrapper: () =>
    each((frame, { data, source }) => {
      for (const height of Object.values(data["datawrapper-height"] ?? {})) {
        if (frame.contentWindow === source) frame.style.height = `${height}px`;
      }
    }),
  "datawrapper, by URL": () =>
    each((frame, { data }) => {
      for (const [id, height] of Object.entries(data["datawrapper-height"] ?? {})) {
        if (frame.getAttribute("src").includes(id)) frame.style.height = `${height}px`;
      }
    }),
  amp: () =>
    each((frame, { data, source }) => {
      if (data.sentinel === "amp" && data.type === "embed-size" && frame.contentWindow === source)
        frame.height = data.height;
    }),
  medium: () =>
    each((frame, { data }) => {
      if (typeof data !== "string" || data[0] !== "{") return;
      const { src, context, height } = JSON.parse(data);
      if (context === "iframe.resize" && src === frame.src) frame.height = height;
    }),
  wordpress: () =>
    each((frame, { data, source }) => {
      if (data.message !== "height" || data.secret !== frame.dataset.secret || frame.contentWindow !== source) return;
      frame.removeAttribute("style");
      frame.height = Math.max(200, Math.min(1000, data.value));
    }),
  pym: () =>
    each((frame, { data }) => {
      const [, height] = /^pymxPYMxplanxPYMxheightxPYMx(.*)$/.exec(data) ?? [];
      if (height) frame.height = height;
    }),
};
