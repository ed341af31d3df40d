// The editor's page: starts the module, and does for it what only a script of the page can.

import init, { start } from "editor-glue";

/** @typedef {"zh" | "en"} Lang */

const DRAFTS = "plan-widgets-editor";

let unsaved = false;
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

/**
 * Asks the store of drafts, which there is one of.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<unknown>}
 */
const drafts = (mode, ask) =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open(DRAFTS, 1);
    open.onupgradeneeded = () => open.result.createObjectStore("drafts");
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const transaction = open.result.transaction("drafts", mode);
      const asked = ask(transaction.objectStore("drafts"));
      transaction.oncomplete = () => {
        open.result.close();
        resolve(asked.result);
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });

/** What makes a plan's folder is fetched by who wants one. */
const builder = () => import("./editor-build.js");

const host = {
  /**
   * @param {string} name
   * @param {string} type
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  save(name, type, bytes) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    // The browser has begun to read it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
  /**
   * @param {string} plan
   * @param {Lang} lang
   */
  build: async (plan, lang) => (await builder()).folder(plan, lang),
  /**
   * @param {string} plan
   * @param {import("../../pkg/cli/built.js").Kind} widget
   * @param {string} lang
   */
  snippet: async (plan, widget, lang) => (await builder()).snippetOf(plan, widget, lang),
  /** @param {string} text */
  copy: (text) =>
    navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    ) ?? Promise.resolve(false),
  /** @param {string | undefined} plan */
  keep: (plan) => drafts("readwrite", (store) => (plan === undefined ? store.clear() : store.put(plan, "draft"))),
  kept: () => drafts("readonly", (store) => store.get("draft")).catch(() => undefined),
  // `npx plan-widgets edit FILE` names the file that it serves beside the page.
  async given() {
    const name = new URLSearchParams(location.search).get("file");
    if (name === null) return undefined;
    const answer = await fetch(new URL(`/file/${encodeURIComponent(name)}`, location.href));
    if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
    return [name, new Uint8Array(await answer.arrayBuffer())];
  },
  /** @param {boolean} is */
  unsaved(is) {
    unsaved = is;
  },
  /** @param {File} file */
  read: async (file) => new Uint8Array(await file.arrayBuffer()),
};

const root = /** @type {HTMLElement} */ (document.querySelector("#editor"));
const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
await init({ module_or_path: new URL("./editor.wasm", import.meta.url) });
start(root, lang, host);
