// What pages and readers' tools do at random to a text that is marked and to its twin that is not: both have to say
// the same all the time, and to be the same after we have left.

const WORDS = ["双区", "双区", "三个一", "2+7+18", "甲乙", "丙", "，", " ", "在", "dual zones", "x"];

/** Numbers below the one given, the same ones for the same seed. */
const numbers = (seed) => (below) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
};

const textsOf = (root) => {
  const texts = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) texts.push(walk.currentNode);
  return texts;
};

/** The node of a character, and the offset in it of the character's start or end. */
function position(root, at, end) {
  for (const text of textsOf(root)) {
    if (at < text.length) return [text, at + end];
    at -= text.length;
  }
}

/** A stretch of the text, at random; nothing where there is no text. */
function stretch(root, pick, most) {
  const { length } = root.textContent;
  if (!length) return undefined;
  const start = pick(length);
  const range = document.createRange();
  range.setStart(...position(root, start, 0));
  range.setEnd(...position(root, Math.min(length - 1, start + pick(most)), 1));
  return range;
}

const paragraph = (root, pick) => root.children[pick(root.children.length)];

/** By what is on the page, as tools of readers, editors and snapshots go. */
const TOOLS = {
  highlight({ root }, pick) {
    const range = stretch(root, pick, 6);
    if (!range) return;
    const mark = document.createElement("mark");
    mark.append(range.extractContents());
    range.insertNode(mark);
  },
  takeHighlightsBack({ root }) {
    for (const mark of root.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    root.normalize();
  },
  normalize({ root }) {
    root.normalize();
  },
  cut({ root }, pick) {
    const range = stretch(root, pick, 1);
    range?.startContainer.splitText(range.startOffset);
  },
  deleteSome({ root }, pick) {
    stretch(root, pick, 3)?.deleteContents();
  },
  wrapEachText({ root }) {
    for (const text of textsOf(root)) {
      const span = document.createElement("span");
      text.replaceWith(span);
      span.append(text);
    }
  },
  rewriteEachText({ root }) {
    for (const text of textsOf(root)) text.data = text.data.replaceAll("甲", "申");
  },
  translate({ root }) {
    for (const text of textsOf(root)) {
      const font = document.createElement("font");
      font.textContent = text.data.toUpperCase();
      text.replaceWith(font);
    }
  },
  translateAndBack({ root }) {
    const fonts = textsOf(root).map((text) => [text, document.createElement("font")]);
    for (const [text, font] of fonts) text.replaceWith(font);
    for (const [text, font] of fonts) font.replaceWith(text);
  },
  unwrapTerms({ root }) {
    for (const term of root.querySelectorAll("plan-term")) term.replaceWith(...term.childNodes);
  },
  roundTrip({ root }, pick) {
    const p = paragraph(root, pick);
    if (p) p.innerHTML = `${p.innerHTML}`;
  },
  copy({ root }, pick) {
    const p = paragraph(root, pick);
    p?.after(p.cloneNode(true));
  },
  putCopyInPlace({ root }, pick) {
    const p = paragraph(root, pick);
    p?.replaceWith(p.cloneNode(true));
  },
  move({ root }, pick) {
    root.append(paragraph(root, pick) ?? "");
  },
  takeOut({ root }, pick) {
    paragraph(root, pick)?.remove();
  },
  join({ root }, pick) {
    const p = paragraph(root, pick);
    if (p && p !== root.lastElementChild) p.append(...root.lastElementChild.childNodes);
  },
  takeOutAndPutBack({ root }, pick) {
    const p = paragraph(root, pick);
    if (!p) return;
    const kids = [...p.childNodes];
    p.replaceChildren();
    p.append(...kids);
  },
};

/** By the nodes that they have made and what they have put there, as frameworks go. `twin` is that of a node. */
const FRAMEWORKS = {
  write(node, { news }) {
    node.data = news;
  },
  writeLess(node, { twin }) {
    const end = twin.data.search(/双区|三个一|2\+7\+18/);
    if (end >= 0) node.data = twin.data.slice(0, end);
  },
  writeMore(node, { twin, news }) {
    node.data = twin.data + news;
  },
  remove(node) {
    node.remove();
  },
  removeAndPutBack(node) {
    const { parentNode } = node;
    node.remove();
    parentNode.append(node);
  },
  putBefore(node, { news }) {
    node.before(news);
  },
  putBehind(node, { news }) {
    const b = document.createElement("b");
    b.textContent = news;
    node.parentNode.insertBefore(b, node.nextSibling);
  },
  putInPlace(node, { news }) {
    const b = document.createElement("b");
    b.textContent = news;
    node.replaceWith(b);
  },
  moveElsewhere(node, { root, at }) {
    root.children[at % root.children.length].append(node);
  },
  writeAll(node, { news }) {
    node.parentNode.textContent = news;
  },
};

const { port1, port2 } = new MessageChannel();
/** A task of its own: what hears of changes has heard. */
const task = () =>
  new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(null);
  });

/** Whatever differs, in words; and how many marks there were. */
async function sequence(seed, { annotates, owners }) {
  const pick = numbers(seed);
  let made = 0;
  const text = () => {
    // Begins and ends like no other.
    const unlike = String.fromCharCode(0x3400 + pick(6000));
    const words = Array.from({ length: pick(7) }, () => WORDS[pick(WORDS.length)]);
    return (pick(3) ? unlike : "") + words.join("") + (pick(3) ? String.fromCharCode(0x3400 + pick(6000)) : "");
  };
  const sides = [0, 1].map(() => ({ root: document.createElement("div"), texts: [] }));
  for (let paragraphs = 1 + pick(3); paragraphs--;) {
    const ps = sides.map(({ root }) => root.appendChild(document.createElement("p")));
    for (let texts = 1 + pick(3); texts--;) {
      const said = text();
      const inB = !pick(4);
      ps.forEach((p, side) => {
        const node = document.createTextNode(said);
        sides[side].texts.push(node);
        const into = inB ? p.appendChild(document.createElement("b")) : p;
        into.append(node);
      });
    }
  }
  const [ours, twin] = sides;
  document.body.replaceChildren(ours.root, twin.root);
  const log = [];
  let texts = false;
  const annotations = [];
  const begin = () => {
    const annotate = annotates[pick(annotates.length)];
    const annotation = annotate(ours.root, { first: pick(4) ? "all" : "root", observe: true });
    annotations.push(annotation);
    return annotation.done;
  };
  const differs = (when, what = "textContent") => {
    const [one, other] = sides.map(({ root }) => root[what]);
    if (one !== other) throw new Error(`seed ${seed}: ${log.join(", ")}: ${when}: ${one} | ${other}`);
  };
  await begin();
  differs("marked");
  for (let steps = 2 + pick(12); steps--;) {
    made = Math.max(made, ours.root.querySelectorAll("plan-term").length);
    const by = pick(4);
    if (!by) {
      const what = pick(4);
      log.push(["refresh", "refresh", "another", "leave"][what]);
      if (what < 2) await Promise.all(annotations.map((annotation) => annotation.refresh()));
      else if (what < 3) await begin();
      else annotations.splice(pick(annotations.length), 1)[0]?.undo();
      differs("after ours");
    } else if (by < 3) {
      const most = 1 + pick(2);
      for (let more = most; more--;) {
        const name = Object.keys(TOOLS)[pick(Object.keys(TOOLS).length)];
        log.push(name);
        const choice = pick(2 ** 31);
        // Who takes something out of the node that a framework has made is understood as that framework.
        const range = name === "deleteSome" && stretch(ours.root, numbers(choice), 3);
        const isHead = (node) => owners.get(node)?.head === node;
        if (range && (most > 1 || isHead(range.startContainer) || isHead(range.endContainer))) continue;
        const said = twin.texts.map(({ data }) => data);
        for (const side of sides) TOOLS[name](side, numbers(choice));
        differs("at once");
        texts ||= /EachText|translate/.test(name);
        // Of a node that a tool has changed, or wrapped in parts, no framework has an idea.
        const known = (_, at) => !texts && twin.texts[at].data === said[at];
        [ours.texts, twin.texts] = sides.map((side) => side.texts.filter(known));
      }
    } else {
      const at = pick(twin.texts.length);
      const [node, other] = sides.map(({ texts }) => texts[at]);
      // What a tool has taken out is nobody's any more.
      if (!other?.isConnected || !twin.root.contains(other)) continue;
      const name = Object.keys(FRAMEWORKS)[pick(Object.keys(FRAMEWORKS).length)];
      log.push(name);
      const facts = { twin: { data: other.data }, news: text(), at: pick(9) };
      FRAMEWORKS[name](node, { ...facts, root: ours.root });
      FRAMEWORKS[name](other, { ...facts, root: twin.root });
    }
    await task();
    differs("afterwards");
    // Of a node that a tool has taken out, a framework knows no more.
    const known = (_, at) => twin.texts[at].isConnected;
    [ours.texts, twin.texts] = sides.map((side) => side.texts.filter(known));
    const dead = [...document.querySelectorAll("plan-term")].find((mark) => !owners.has(mark));
    if (dead) throw new Error(`seed ${seed}: ${log.join(", ")}: nobody looks after ${dead.outerHTML}`);
  }
  annotations.forEach((annotation) => annotation.undo());
  await task();
  // What was done to each text was done to each part of one.
  differs("at the end", texts ? "textContent" : "innerHTML");
  return made;
}

/** Sequences of these seeds; gives how many had marks. */
export async function sequences(from, to) {
  const { annotate } = await import("/dist/annotate.js");
  const { annotate: other } = await import("/dist/plan-widgets.js");
  const { owners } = customElements.get("plan-term"); // that of the script which came first
  let marked = 0;
  for (let seed = from; seed < to; seed++)
    if (await sequence(seed, { annotates: [annotate, other], owners })) marked++;
  return marked;
}
