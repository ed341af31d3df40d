// Stands in for the package with `--stand-in`, to try the benchmark itself: an unstyled list, no timeline.
customElements.define(
  "plan-timeline",
  class extends HTMLElement {
    async connectedCallback() {
      const { events } = await (await fetch(this.getAttribute("src"))).json();
      const root = this.attachShadow({ mode: "open" });
      for (const { title, time, summary } of events) {
        const item = document.createElement("article");
        item.dataset.item = "";
        item.innerHTML = `<button part="title"></button> <span></span><p hidden></p>`;
        const [button, date, text] = item.children;
        button.textContent = title.en;
        date.textContent = time.edtf;
        text.textContent = summary.en;
        root.append(item);
        item.addEventListener("click", () => {
          text.hidden = !text.hidden;
          this.dispatchEvent(new CustomEvent("plan-select", { bubbles: true, composed: true }));
        });
      }
    }
  },
);
