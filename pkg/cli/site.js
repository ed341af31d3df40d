// Where a folder will be found, as it is typed.

const WORDS = {
  site: {
    en: (/** @type {string} */ site) => `--site is a URL such as https://example.org/plan/, not "${site}"`,
    zh: (/** @type {string} */ site) => `--site 应为网址，如 https://example.org/plan/，而不是“${site}”`,
  },
  secret: {
    en: "--site has a name or a password in it, which every page would show: leave it out",
    zh: "--site 含有用户名或密码，会写进每个页面：请去掉",
  },
};

/**
 * The URL of a folder.
 * @param {string} site
 * @param {Lang} lang
 */
export function siteOf(site, lang) {
  if (!URL.canParse(site) || !["http:", "https:"].includes(new URL(site).protocol))
    throw new Error(WORDS.site[lang](site));
  const base = new URL(site);
  if (base.username || base.password) throw new Error(WORDS.secret[lang]);
  base.search = base.hash = "";
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return base;
}
