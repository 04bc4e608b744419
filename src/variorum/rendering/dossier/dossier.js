// What the page can do beyond reading: open what a link points to, show a passage in its place, filter, copy a citation.
// Everything here works on what is already in the page; nothing is fetched and nothing is stored.
(() => {
  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const anchorOf = (link) => decodeURIComponent((link.getAttribute("href") || "").slice(1));
  const targetOf = (link) => document.getElementById(anchorOf(link));

  // Links open the folded parts that hold their target, and a button leads back.
  const reveal = (element) => {
    for (let part = element; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
      if (part.hidden) part.hidden = false;
    }
  };
  const arrive = async () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    const element = anchor && (await leaves.find(anchor));
    if (!element) return;
    reveal(element);
    element.scrollIntoView({ block: element.classList.contains("mark") ? "center" : "start" });
  };
  const back = make("button", "Back to where you were", { type: "button", class: "back", hidden: "" });
  let origin = null;
  back.addEventListener("click", () => {
    back.hidden = true;
    if (!origin) return;
    reveal(origin);
    origin.scrollIntoView({ block: "center" });
    origin.focus({ preventScroll: true });
  });
  document.body.append(back);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = targetOf(link);
    if (target) reveal(target);
    else if (leaves.long) event.preventDefault();
    if (!target && !leaves.long) return;
    hidePeek();
    if (!target) {
      leaves.find(anchorOf(link)).then((found) => {
        if (!found) return;
        reveal(found);
        if (location.hash === link.getAttribute("href")) arrive();
        else location.hash = link.getAttribute("href");
      });
    }
    if (link.closest("main") && !link.closest(".tools")) {
      origin = link;
      back.hidden = false;
    }
  });
  window.addEventListener("hashchange", arrive);

  // Pointing at a citation shows its passage in the report; the panel is drawn when it is first asked for.
  let peek = null;
  let waiting = 0;
  const hidePeek = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (peek) peek.remove();
    peek = null;
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  };
  const showPeek = async (link) => {
    const asked = waiting;
    const passage = await leaves.find(anchorOf(link));
    const paragraph = passage && passage.closest(".para");
    if (!paragraph || asked !== waiting) return;
    hidePeek();
    const copy = paragraph.cloneNode(true);
    const report = passage.closest(".report");
    const name = report.querySelector("summary h3").textContent.trim();
    const found = copy.querySelector(`[id="${CSS.escape(passage.id)}"]`);
    for (const part of copy.querySelectorAll("[id], a")) part.removeAttribute(part.tagName === "A" ? "href" : "id");
    if (found) found.classList.add("lit");
    peek = make("div", "", { class: "peek", role: "note" });
    peek.append(make("p", `${name}, ${report.querySelector("summary .when").textContent}`, { class: "where" }));
    const text = make("p", "", { dir: "auto" });
    text.append(...copy.childNodes);
    peek.append(text);
    document.body.append(peek);
    const box = link.getBoundingClientRect();
    const width = peek.offsetWidth;
    const below = box.bottom + peek.offsetHeight + 12 < innerHeight || box.top < peek.offsetHeight + 60;
    peek.style.left = `${Math.max(16, Math.min(box.left, document.documentElement.clientWidth - width - 16)) + scrollX}px`;
    peek.style.top = `${scrollY + (below ? box.bottom + 8 : box.top - peek.offsetHeight - 8)}px`;
    if (found) peek.scrollTop = Math.max(0, found.offsetTop - 60);
  };
  const ask = (event) => {
    const link = event.target.closest && event.target.closest("a.source, a.words");
    if (!link) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => showPeek(link), event.type === "focusin" ? 0 : 180);
  };
  document.addEventListener("mouseover", ask);
  document.addEventListener("mouseout", (event) => {
    if (event.target.closest && event.target.closest("a.source, a.words")) hidePeek();
  });
  document.addEventListener("focusin", (event) => (event.target.matches(":focus-visible") ? ask(event) : undefined));
  document.addEventListener("focusout", hidePeek);
  document.addEventListener("keydown", (event) => (event.key === "Escape" ? hidePeek() : undefined));

  // In the reports, pointing at a note lights its passage and the other way round.
  leaves.enliven.push((root) => {
    for (const notes of root.querySelectorAll(".notes li")) {
      const passage = targetOf(notes.querySelector(".to"));
      if (!passage) continue;
      const parts = () => [passage, ...document.querySelectorAll(`[data-of="${CSS.escape(passage.id)}"]`), notes];
      const light = () => parts().forEach((part) => part.classList.add("lit"));
      const dim = () => parts().forEach((part) => part.classList.remove("lit"));
      for (const element of [notes, passage]) {
        element.addEventListener("mouseenter", light);
        element.addEventListener("mouseleave", dim);
      }
    }
  });

  // Show only what has to do with some reports, or with one speaker.
  const key = document.querySelector(".key");
  if (key) {
    const tools = make("div", "", { class: "tools", role: "group", "aria-label": "Show only" });
    tools.append(make("span", "Show only"));
    const state = make("span", "", { role: "status" });
    const choice = (label, all, options) => {
      const select = make("select", "", { "aria-label": label });
      select.append(make("option", all, { value: "" }), ...options.map(([value, text]) => make("option", text, { value })));
      return select;
    };
    const speakers = [...document.querySelectorAll(".speaker[data-speaker]")].map((own) => [own.id, own.dataset.speaker]);
    const select = choice("speaker", "all speakers", leaves.long ? [] : speakers);
    leaves.speakers().then((all) => select.append(...all.map(([value, name]) => make("option", name, { value }))));
    const entries = [...key.querySelectorAll("ol > li > a")];
    const buttons = (leaves.long ? [] : entries.slice(0, 40)).map((entry) => {
      const letter = entry.querySelector(".letter").textContent;
      const label = `report ${letter}, ${entry.querySelector(".outlet").textContent}`;
      return make("button", letter, { type: "button", "aria-pressed": "false", "aria-label": label, title: label, value: letter });
    });
    const named = (report) => [report.dataset.r, report.querySelector("summary h3").textContent.trim()];
    const reports = leaves.long ? choice("report", "all reports", [...document.querySelectorAll(".report")].map(named)) : null;
    const chosen = () => (reports ? [reports.value].filter(Boolean)
      : buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.value));
    const hide = (root, letters) => {
      for (const item of root.querySelectorAll("[data-r]")) {
        item.hidden = letters.length > 0 && !letters.some((letter) => item.dataset.r.split(/\s+/).includes(letter));
      }
      for (const speaker of root.querySelectorAll(".speaker")) {
        if (select.value && speaker.id !== select.value) speaker.hidden = true;
      }
    };
    const apply = async () => {
      const letters = chosen();
      if (leaves.long) state.textContent = "looking …";
      await leaves.layReports(letters);
      const speaker = select.value && (await leaves.find(select.value));
      hide(document, letters);
      const shown = document.querySelectorAll("[data-r]:not([hidden])").length;
      state.textContent = letters.length || select.value ? `${shown} entries shown` : "";
      return speaker;
    };
    leaves.enliven.push((root) => hide(root, chosen()));
    for (const button of buttons) {
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        apply();
      });
    }
    if (reports) reports.addEventListener("change", apply);
    select.addEventListener("change", async () => {
      const speaker = await apply();
      if (speaker) { reveal(speaker); speaker.scrollIntoView(); }
    });
    tools.append(...buttons, ...(reports ? [reports] : []), select, state);
    key.append(tools);
  }

  // Copy a finding's words with their reports, ready to paste.
  const citation = (finding) => {
    const lines = [...finding.querySelectorAll(".wording, .members li")].map((part) => {
      const copy = part.cloneNode(true);
      for (const unseen of copy.querySelectorAll(".unseen, del")) unseen.remove();
      const told = part.matches(".wording") && part.nextElementSibling;
      const words = copy.textContent.replace(/\s+/g, " ").trim();
      return told ? `${words}\n    ${told.textContent.replace(/\s+/g, " ").trim()}` : words;
    });
    return `${lines.join("\n")}\n(Variorum, finding ${finding.id})`;
  };
  leaves.enliven.push((root) => {
    for (const link of root.querySelectorAll(".saying > .permalink, .difference > .permalink, .statement > .permalink")) {
      const button = make("button", "copy", { type: "button", class: "copy", "aria-label": "copy this finding with its sources" });
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(citation(link.parentElement));
          button.textContent = "copied";
        } catch {
          button.textContent = "not allowed";
        }
        setTimeout(() => { button.textContent = "copy"; }, 1500);
      });
      link.after(button);
    }
  });

  // The bar shows where one is.
  const places = new Map([...document.querySelectorAll(".bar li a")].map((link) => [link.getAttribute("href").slice(1), link]));
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const link = places.get(entry.target.id);
        if (!link || !entry.isIntersecting) continue;
        for (const other of places.values()) other.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
        const bar = link.closest("nav");
        bar.scrollLeft = link.offsetLeft - bar.clientWidth / 2;
      }
    }, { rootMargin: "-20% 0px -70% 0px" });
    for (const part of document.querySelectorAll(".part")) watch.observe(part);
  }
  for (const work of leaves.enliven) work(document);
  if (location.hash) arrive();
})();
