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

// What neither a reader's page asks for nor the editor, which renders what is chosen in a block.
const LEFT =
  /^(cli|server-edge|index|elements|embed|frame)\.js$|^(render|import)\.wasm$|^(editor.*|plan-widgets.*|static|integrity\.json|embed\.css|.*\.schema\.json)$/;

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
    for (const [path, content] of contents()) await into.write(path, content);
  });
  console.log(WORDS[lang](count, safe(out)));
}

/**
 * The static content that the plugin has for blocks and shortcodes: of each element and of each topic, plain and with
 * our looks.
 * @param {PlanJson} [model]
 * @param {PlanProgress} [progress]
 * @returns {Generator<[path: string, content: string], void>}
 */
export function* contents(model, progress) {
  for (const { path, kind, options } of [...elements(server, model), ...ofTopics(model)]) {
    const reported = kind.startsWith("goal") && progress ? { progress } : {};
    /** @param {object} form */
    const content = (form) =>
      server.renderContent(/** @type {"goal-deck"} */ (kind), { ...options, model, ...reported, ...form });
    yield [path, `${content({})}\n`];
    // Without what it says for machines: WordPress takes scripts from content, and would leave their text.
    const shadow = content({ stylesheet: STYLESHEET }).replace(/<script[^]*?<\/script>/g, "");
    yield [path.replace("static/", "shadow/"), `${shadow}\n`];
  }
}

/**
 * The static content of each topic, for blocks that show one.
 * @param {PlanJson} [model]
 */
function ofTopics(model) {
  const { languages, timeline, deck } = server.list(model);
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
