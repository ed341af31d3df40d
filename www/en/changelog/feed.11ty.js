// The released versions as an Atom feed, for readers of the English pages.
import { atom } from "../../changelog/feed.11ty.js";

export const data = { permalink: "/en/changelog/feed.xml", eleventyExcludeFromCollections: true };

export const render = ({ site }) =>
  atom({ url: site.url, page: "en/changelog/", lang: "en", title: site.words.en.feed, author: site.author });
