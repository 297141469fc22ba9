"use strict";
// The page without this is whole: everything is visible and every link is an anchor. What the address ends in
// (#f-… a finding, #m… a mark, #a1 an article, #table a part) is all the state there is; this shows what it names.
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const wide = matchMedia("(min-width: 900px)");
  const findings = all(".finding"), articles = all(".article"), marks = all(".mark"), picks = all(".picker button");
  const draft = articles.find((article) => article.classList.contains("draft"));
  let active = null; // the finding that is open

  const holds = (mark, finding) => finding && mark.dataset.n.split(" ").includes(finding.dataset.n);
  const marksOf = (finding, article) => all(".mark", article).filter((mark) => holds(mark, finding));
  const places = (finding) => all("[data-article]", finding).map((place) => place.dataset);

  function view(name) {
    root.dataset.view = wide.matches && name === "findings" ? "articles" : name;
    for (const link of all("nav a")) {
      if (link.hash === "#" + root.dataset.view) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // These articles stand beside each other, the draft always; where there is no room for two, the first alone.
  function show(ids) {
    const wanted = wide.matches ? ids : ids.slice(0, 1);
    for (const article of articles) {
      article.hidden = !(wanted.includes(article.id) || (wide.matches && article === draft));
    }
    for (const pick of picks) pick.setAttribute("aria-pressed", String(!one(pick.dataset.article).hidden));
    picks.find((pick) => pick.getAttribute("aria-pressed") === "true")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  const shown = () => articles.filter((article) => !article.hidden).map((article) => article.id);

  // The mark stands in sight, in its own column or, on a phone, on the page; nothing moves where it already does.
  function bring(mark) {
    const column = mark.closest(".article");
    if (!wide.matches) return mark.scrollIntoView({ block: "center" });
    for (let tries = 0; tries < 4; tries++) { // long articles lay out what comes into sight only then
      const box = column.getBoundingClientRect(), at = mark.getBoundingClientRect();
      if (at.top > box.top + 70 && at.bottom < box.bottom - 20) return;
      column.scrollTop += at.top - box.top - box.height / 3;
    }
  }

  function flash(mark) {
    mark.classList.remove("found");
    void mark.offsetWidth; // starts the animation anew
    mark.classList.add("found");
  }

  // The finding is open: its evidence under it, one article of each side beside the other, all at the place.
  function open(finding, from) {
    close();
    active = finding;
    finding.classList.add("active");
    finding.querySelector(".jump").setAttribute("aria-expanded", "true");
    for (const mark of marks) mark.classList.toggle("on", holds(mark, finding));
    for (const row of all(".topics tr[data-n]")) row.classList.toggle("on", row.dataset.n === finding.dataset.n);
    const before = shown(), sides = new Map();
    for (const { article, letter } of places(finding)) {
      const side = sides.get(letter) ?? [];
      sides.set(letter, [...side, article]);
    }
    let ids = [...sides.values()].map((side) =>
      side.find((id) => id === from) ?? side.find((id) => id === draft?.id) ?? side.find((id) => before.includes(id)) ?? side[0]);
    if (sides.size === 1) ids = [...new Set([...ids, ...[...sides.values()][0]])].slice(0, 2);
    show(from && !wide.matches ? [from] : ids);
    for (const pick of picks) {
      const letters = places(finding).filter((place) => place.article === pick.dataset.article).map((place) => place.letter || "·");
      pick.querySelector(".letter").textContent = [...new Set(letters)].join("");
    }
    if (wide.matches) align(finding);
  }

  function align(finding) {
    for (const article of articles) {
      if (article.hidden) continue;
      const found = marksOf(finding, article);
      if (found.length && !found.some(inSight)) bring(found[0]);
      found.forEach(flash);
    }
    const first = articles.find((article) => !article.hidden && article !== draft);
    first?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function inSight(mark) {
    const box = mark.closest(".article").getBoundingClientRect(), at = mark.getBoundingClientRect();
    return at.height > 0 && at.top > box.top + 70 && at.bottom < box.bottom - 20;
  }

  function close() {
    active?.classList.remove("active");
    active?.querySelector(".jump").setAttribute("aria-expanded", "false");
    for (const mark of all(".mark.on")) mark.classList.remove("on");
    for (const row of all("tr.on")) row.classList.remove("on");
    active = null;
  }

  // What the address names is in sight; `from` is the article that the reader was in.
  function go(from) {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".view")) {
      view(target.id);
    } else if (target.matches(".finding")) {
      if (target.hidden) clear();
      view("findings");
      open(target, from);
      target.scrollIntoView({ block: "nearest" });
    } else {
      const article = target.closest(".article");
      if (!article) return;
      if (target.matches(".mark") && !holds(target, active)) open(findings.find((finding) => holds(target, finding)), article.id);
      view("articles");
      show([article.id, ...(article.hidden || shown().length > 1 ? shown() : [])]);
      if (target.matches(".mark")) {
        bring(target);
        flash(target);
      }
      if (wide.matches) article.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  // Filters: within one row any of the pressed buttons, and all rows together.
  const words = one("words"), of = one("of"), filters = all(".chips button");
  const form = document.querySelector(".filter"), status = document.querySelector("[data-shown]");
  function filter() {
    const pressed = filters.filter((button) => button.getAttribute("aria-pressed") === "true");
    const wanted = words.value.trim().toLowerCase();
    const off = new Set();
    for (const finding of findings) {
      const fits = ["severity", "field"].every((key) => {
        const values = pressed.filter((button) => button.dataset.key === key).map((button) => button.dataset.value);
        return !values.length || values.includes(finding.dataset[key]);
      });
      const here = !of.value || finding.dataset.articles.split(" ").includes(of.value);
      finding.hidden = !(fits && here && finding.textContent.toLowerCase().includes(wanted));
      if (finding.hidden) off.add(finding.dataset.n);
    }
    for (const mark of marks) mark.classList.toggle("off", mark.dataset.n.split(" ").every((number) => off.has(number)));
    for (const row of all(".topics tr[data-n]")) row.hidden = off.has(row.dataset.n);
    for (const group of all(".group")) group.hidden = !group.querySelector(".finding:not([hidden])");
    const left = findings.length - off.size;
    status.textContent = status.dataset.shown.replace("{n}", left).replace("{all}", findings.length);
    document.querySelector(".shown").hidden = !(pressed.length || wanted || of.value);
    document.querySelector(".none").hidden = left > 0;
  }
  function clear() {
    words.value = of.value = "";
    for (const button of filters) button.setAttribute("aria-pressed", "false");
    filter();
  }
  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", filter);
    form.querySelector(".clear").addEventListener("click", clear);
    for (const button of filters) {
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        filter();
      });
    }
    filter();
  }

  for (const pick of picks) {
    pick.addEventListener("click", () => {
      const id = pick.dataset.article, ids = shown();
      show(wide.matches && ids.includes(id) && ids.length > 1 ? ids.filter((other) => other !== id) : [id, ...ids]);
      const mark = active && !one(id).hidden && marksOf(active, one(id))[0];
      if (mark) bring(mark);
      else if (!one(id).hidden) one(id).scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  let from; // the article in which a link was followed
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    from = link.closest(".article")?.id;
    if (link.hash !== location.hash) return; // the address will change
    if (link.matches(".jump") && link.parentElement.parentElement === active && !wide.matches) close();
    else go(from);
  });
  addEventListener("hashchange", () => {
    go(from);
    from = undefined;
  });
  wide.addEventListener("change", () => {
    view(root.dataset.view);
    show(shown());
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const typing = event.target.matches("input, select, textarea");
    const inList = event.target.closest?.(".findings");
    const step = { j: 1, k: -1, ...(inList ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key];
    if (event.key === "Escape" && form) {
      clear();
      (active ?? findings[0])?.querySelector(".jump").focus();
    } else if (typing) {
      return;
    } else if (event.key === "/" && words) {
      view("findings");
      words.focus();
    } else if (step) {
      const visible = findings.filter((finding) => !finding.hidden);
      const here = visible.indexOf(event.target.closest?.(".finding") ?? active);
      view(wide.matches ? root.dataset.view : "findings");
      visible[Math.min(Math.max(here + step, 0), visible.length - 1)]?.querySelector(".jump").focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  for (const finding of findings) finding.querySelector(".jump").setAttribute("aria-expanded", "false");
  view("findings");
  show(articles.slice(0, 2).map((article) => article.id));
  if (location.hash.length > 1) go();
  else if (wide.matches && findings.length) open(findings[0]);
});
