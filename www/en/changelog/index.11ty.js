// CHANGELOG.md as a page.
import { changes } from "../../changelog/index.11ty.js";

export const data = {
  layout: "doc.njk",
  title: "Changelog",
  description: "What each version has added, fixed and changed.",
};

export const render = () => `<h1>Changelog</h1>
<p class="lede">What each version has added, fixed and changed. What version numbers mean, and which names stay: <a href="../support/">Support and versions</a>. New versions come as a <a href="feed.xml">feed (Atom)</a>, too.</p>
${changes("../../")}`;
