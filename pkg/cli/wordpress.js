// `plan-widgets wordpress`: the folder of the WordPress plugin, with all that a site needs.

import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as server from "./server.js";
import { elements } from "./built.js";
import { whole } from "./folder.js";
import { safe } from "./terminal.js";

const DIST = dirname(fileURLToPath(import.meta.url));
const PACKAGE = dirname(DIST);

// What no reader's page asks for.
const LEFT =
  /^(cli|server|server-edge|render-module|index|elements|embed|frame)\.js$|^(render|import)\.wasm$|^(editor.*|plan-widgets.*|static|integrity\.json|embed\.css|.*\.schema\.json)$/;

// The plugin puts the URL in its place.
const STYLESHEET = "plan-widgets:stylesheet";

const WORDS = {
  en: (/** @type {number} */ count, /** @type {string} */ folder) =>
    `${count} files in ${folder}: put it into wp-content/plugins/`,
  zh: (/** @type {number} */ count, /** @type {string} */ folder) =>
    `${folder} 中共 ${count} 个文件：请放到 wp-content/plugins/`,
};

/**
 * Writes the plugin's folder.
 * @param {string} out
 * @param {Lang} lang
 */
export async function wordpress(out, lang) {
  let count = 0;
  await whole(out, async (folder) => {
    /** @type {import("./folder.js").Into} */
    const into = {
      write: (path, content) => (count++, folder.write(path, content)),
      copy: (from, to) => (count++, folder.copy(from, to)),
    };
    for (const name of await readdir(join(PACKAGE, "wordpress")))
      await into.copy(join(PACKAGE, "wordpress", name), name);
    await into.copy(join(PACKAGE, "LICENSE"), "LICENSE");
    const scripts = (await readdir(DIST)).filter((name) => !LEFT.test(name) && name !== "data");
    for (const name of scripts) await into.copy(join(DIST, name), join("dist", name));
    for (const name of await readdir(join(DIST, "data")))
      await into.copy(join(DIST, "data", name), join("dist/data", name));
    for (const { path, kind, options } of [...elements(server), ...ofTopics()]) {
      /** @param {object} form */
      const content = (form) => server.renderContent(/** @type {"goal-deck"} */ (kind), { ...options, ...form });
      await into.write(path, `${content({})}\n`);
      // Without what it says for machines: WordPress takes scripts from content, and would leave their text.
      const shadow = content({ stylesheet: STYLESHEET }).replace(/<script[^]*?<\/script>/g, "");
      await into.write(path.replace("static/", "shadow/"), `${shadow}\n`);
    }
  });
  console.log(WORDS[lang](count, safe(out)));
}

/** The static content of each topic, for blocks that show one. */
function ofTopics() {
  const { languages, timeline, deck } = server.list();
  const kinds = /** @type {const} */ ([
    ["timeline", timeline],
    ["goal-deck", deck],
  ]);
  return languages.flatMap((lang) =>
    kinds.flatMap(([kind, topics]) =>
      topics.map((topic) => ({ path: `static/${kind}.topic.${topic}.${lang}.html`, kind, options: { lang, topic } })),
    ),
  );
}
