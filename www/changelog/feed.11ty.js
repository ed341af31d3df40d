// The released versions as an Atom feed. Its text is that of CHANGELOG.md, in English.
// Eleventy's plugin makes feeds of collections of pages, and dates an empty one by the clock: the changelog is one
// page, and the site is to be the same whenever it is built.
import { rendered, versions } from "./index.11ty.js";

export const data = { permalink: "/changelog/feed.xml", eleventyExcludeFromCollections: true };

/** What stands in XML. */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A feed has a time; before the first version there is none. */
const moment = (date = "1970-01-01") => `${date}T00:00:00Z`;

/**
 * A feed in one language: of the site at `url` the changelog at `page`.
 * @param {{ [name in "url" | "page" | "lang" | "title" | "author"]: string } & { list?: object[] }} feed
 */
export function atom({ url, page, lang, title, author, list = versions() }) {
  const address = url + page;
  const entries = list.map(
    ({ title, date, body, id }) => `  <entry>
    <title>plan-widgets ${escaped(title)}</title>
    <link href="${escaped(`${address}#${id}`)}"/>
    <id>${escaped(`${address}#${id}`)}</id>
    <updated>${moment(date)}</updated>
    <content type="html" xml:lang="en">${escaped(rendered(body, url))}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <title>${escaped(title)}</title>
  <id>${escaped(address)}</id>
  <link href="${escaped(address)}"/>
  <link rel="self" type="application/atom+xml" href="${escaped(`${address}feed.xml`)}"/>
  <updated>${moment(list[0]?.date)}</updated>
  <author><name>${escaped(author)}</name></author>
${entries.join("")}</feed>
`;
}

export const render = ({ site }) =>
  atom({ url: site.url, page: "changelog/", lang: "zh-Hans", title: site.words["zh-Hans"].feed, author: site.author });
