// Speaks as our pages do, and notes what it hears. `page` is what ours say that they are, which another may claim as
// well. As its own window: who calls is who sends.
window.page = location.origin + location.pathname + "/";
window.heard = [];
addEventListener("message", ({ data }) => window.heard.push(data));
window.speak = (planFrame, page = window.page) =>
  setTimeout(() => parent.postMessage({ planFrame: { page, ...planFrame } }, "*"));
window.say = (data) => setTimeout(() => parent.postMessage(data, "*"));
