// Notes every event, and builds two nested shadow roots to be clicked through.
window.events = [];
const outer = document.querySelector("outer-part").attachShadow({ mode: "open" });
outer.innerHTML = "<inner-part></inner-part>";
const inner = outer.querySelector("inner-part").attachShadow({ mode: "open" });
inner.innerHTML = "<button>Deep</button>";

for (const type of ["keydown", "click", "pointerover", "pointerdown"]) {
  addEventListener(type, (event) => {
    const [target] = event.composedPath();
    const what = event.key ?? event.pointerType;
    window.events.push(`${type} ${what} ${target.textContent.trim() || target.id} ${event.isTrusted}`);
  });
}
document.querySelector("#status").textContent = "with script";
