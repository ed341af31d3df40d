// What `cargo xtask` asks of CLDR:
//   node cldr.mjs FOLDER_WITH_NODE_MODULES LANGUAGE.json …
// prints an array of the files' texts, with the sections `numbers`, `calendar` and `languages` made anew;
//   node cldr.mjs FOLDER_WITH_NODE_MODULES --new TAG LANGUAGE.json
// prints one of a new language, with the words of that file to be translated.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { begun, fileOf } from "../../../pkg/cli/cldr.js";

const [folder = ".", ...files] = process.argv.slice(2);

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/** @param {string} path */
const cldr = (path) => read(join(folder, "node_modules", path));

process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const names = readdirSync(dirname(/** @type {string} */ (files.at(-1))));
const tags = names.flatMap((name) => /^(.*)\.json$/.exec(name)?.[1] ?? []);
const languages = files[0] === "--new" ? [begun(files[1], read(files[2]), cldr)] : files.map(read);
process.stdout.write(JSON.stringify(languages.map((language) => fileOf(language, tags, cldr))));
