// A long page keeps much of itself compressed ("leaves"): each is laid out in its place when a reader opens the part it belongs
// to, asks for more, follows a link into it, or shows one report only. Elements with data-leaf are the places.
"use strict";
const leaves = (() => {
  const unpack = async (name) => {
    const store = document.getElementById(name);
    const bytes = Uint8Array.from(atob(store.textContent), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  };
  const sheets = new Map();
  const first = [...document.querySelectorAll('script[id^="sheet-"]')].map((store) => Number(store.id.slice(6)));
  const leaf = async (number) => {
    const from = first.findLast((start) => start <= number);
    if (!sheets.has(from)) sheets.set(from, unpack(`sheet-${from}`));
    return (await sheets.get(from))[number - from];
  };
  const long = document.getElementById("leaf-index") !== null;
  const enliven = [];
  const under = new Map();

  let index = null;
  const read = () => {
    index = index || unpack("leaf-index").then((found) => {
      found.home = new Map(found.anchors.flatMap((names, number) => names.map((name) => [name, number])));
      return found;
    });
    return index;
  };

  // Lay out one place; asked twice, it is done once.
  const lay = (place) => {
    const number = Number(place.dataset.leaf);
    if (!under.has(number)) {
      place.setAttribute("aria-busy", "true");
      under.set(number, leaf(number).then((markup) => {
        place.innerHTML = markup;
        place.removeAttribute("data-leaf");
        place.removeAttribute("aria-busy");
        for (const work of enliven) work(place);
      }).catch(() => {
        place.removeAttribute("aria-busy");
        place.textContent = "This browser cannot unfold the long parts of the page; story.json beside it has them.";
      }));
    }
    return under.get(number);
  };
  const waiting = (within) => within.querySelector(".leaf[data-leaf]");
  const placeOf = (number) => document.querySelector(`.leaf[data-leaf="${number}"]`);

  // Lay out leaf `number` and those it lies on.
  const layWithin = async (number) => {
    const { parents } = await read();
    const way = [];
    for (let at = number; at !== null && at !== undefined; at = parents[at]) way.unshift(at);
    for (const step of way) {
      const place = placeOf(step);
      if (place) await lay(place);
    }
  };

  // The element with an anchor, laid out if it has to be; null when there is none.
  const find = async (anchor) => {
    const there = document.getElementById(anchor);
    if (there || !long) return there;
    const report = /^([A-Z]+)-/.exec(anchor);
    if (report) {
      const text = document.getElementById(`report-${report[1]}`);
      if (text && waiting(text)) await lay(waiting(text));
    } else {
      const { home } = await read();
      if (home.has(anchor)) await layWithin(home.get(anchor));
    }
    return document.getElementById(anchor);
  };

  // Everything that has to do with any of these reports, those whose texts they are left folded; places of the rest are hidden.
  const layReports = async (letters) => {
    if (!long) return;
    const { letters: had } = await read();
    const wanted = had.map((own) => letters.some((letter) => own.includes(letter)));
    if (letters.length) for (const [number, wants] of wanted.entries()) if (wants) await layWithin(number);
    for (const place of document.querySelectorAll(".leaf[data-leaf]")) {
      place.hidden = letters.length > 0 && !wanted[place.dataset.leaf] && !place.closest(".report");
    }
  };

  const speakers = async () => (long ? (await read()).speakers : []);

  // Each place gets a button; opening a folded part lays out its first leaf.
  const offer = (root) => {
    for (const place of root.querySelectorAll(".leaf[data-leaf]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "unfold";
      button.textContent = place.dataset.label;
      button.addEventListener("click", async () => {
        await lay(place);
        place.tabIndex = -1;
        place.focus({ preventScroll: true });
      });
      place.append(button);
    }
  };
  if (long) {
    enliven.push(offer);
    document.addEventListener("toggle", (event) => {
      const part = event.target;
      if (!part.open) return;
      const own = [...part.querySelectorAll(".leaf")].filter((place) => place.parentElement.closest("details") === part);
      if (own.length && own.every((place) => place.dataset.leaf !== undefined)) lay(own[0]);
    }, true);
  }
  return { long, enliven, find, layReports, speakers };
})();
