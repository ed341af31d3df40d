// Every page with a layout, for search engines: absolute, so the build is told where the site will be.
export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

export function render({ collections, site }) {
  const pages = collections.all.filter(({ data }) => data.layout);
  const rows = pages.map(({ url }) => `<url><loc>${site.url}${url.slice(1)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${rows.sort().join("\n")}
</urlset>
`;
}
