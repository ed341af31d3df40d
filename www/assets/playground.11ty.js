// What the playground knows of the elements, a file for each language: `assets/playground.en.json`.

export const data = {
  languages: ["zh-Hans", "en"],
  pagination: { data: "languages", size: 1, alias: "language" },
  permalink: ({ language }) => `assets/playground.${language}.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ elements, language }) {
  const said = ({ about, ...rest }) => ({ ...rest, about: about[language] });
  return JSON.stringify(
    elements.map(({ tag, entry, script, frame, about, attributes, properties, events }) => ({
      tag,
      entry,
      script,
      frame,
      about: about[language],
      // Addresses last: what shows something at once comes first.
      attributes: attributes
        .toSorted((one, other) => Number(!!one.url) - Number(!!other.url))
        .map((attribute) => ({ ...said(attribute), default: attribute.default[language] })),
      properties: properties.map(said),
      events: events.map(({ name }) => name),
    })),
  );
}
