// What the command says at a terminal. Texts of files and names of files may hold anything: there they are escaped.

// What moves a cursor, hides or turns text: controls, line ends beyond \n, marks of direction.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

// What build servers take for a command: `::` where a line begins, `##[` and `##vso[` anywhere.
const COMMAND = /^(\s*):(?=:)|#(?=#(?:vso)?\[)/g;

/** @param {string} c */
const escaped = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * A text on one line, with what isn't seen in it written out.
 * @param {unknown} text
 */
export const safe = (text) =>
  String(text)
    .replace(UNSEEN, escaped)
    .replace(COMMAND, (found, space = "") => space + escaped(found.slice(space.length)));

/**
 * JSON with the same written out, as JSON has it.
 * @param {unknown} value
 */
export const safeJson = (value) =>
  JSON.stringify(value, null, 2)
    .split("\n")
    .map((line) => safe(line))
    .join("\n");

/**
 * Why a file can't be read or written, by the system's code.
 * @type {Record<string, Record<Lang, (path: string) => string>>}
 */
const REASONS = {
  EACCES: {
    en: (path) => `${path}: no permission`,
    zh: (path) => `${path}：没有权限`,
  },
  ENOENT: {
    en: (path) => `${path}: there is no such file or folder`,
    zh: (path) => `${path}：没有这个文件或文件夹`,
  },
  ENOTDIR: {
    en: (path) => `${path}: a file is where a folder should be`,
    zh: (path) => `${path}：应为文件夹的地方是文件`,
  },
  EISDIR: {
    en: (path) => `${path}: a folder is where a file should be`,
    zh: (path) => `${path}：应为文件的地方是文件夹`,
  },
  ENAMETOOLONG: {
    en: (path) => `${path}: the path is longer than the system allows: name a folder nearer to the root`,
    zh: (path) => `${path}：路径超过系统允许的长度，请换一个更靠近根目录的文件夹`,
  },
  ENOSPC: {
    en: (path) => `${path}: the disk is full`,
    zh: (path) => `${path}：磁盘已满`,
  },
  EROFS: {
    en: (path) => `${path}: nothing can be written there`,
    zh: (path) => `${path}：此处不可写入`,
  },
};

/** @type {Record<string, string>} */
const SAME = { EPERM: "EACCES", EEXIST: "ENOTDIR", ELOOP: "ENOENT" };

const MOST_SHOWN = 200;

/**
 * What is wrong, in a sentence.
 * @param {any} error
 * @param {Lang} lang
 * @returns {string}
 */
export function reason(error, lang) {
  const { code, path, message } = error ?? {};
  const words = typeof code === "string" && REASONS[SAME[code] ?? code];
  if (!words || typeof path !== "string") return String(message ?? error?.reason ?? error);
  return words[lang](path.length > MOST_SHOWN ? `${path.slice(0, MOST_SHOWN)}…` : path);
}
