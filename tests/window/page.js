// What the harness asks of the page. Roles and names come from axe-core, so
// that a journey finds things as a screen reader announces them.
// Runs as the body of a function inside the page; `arguments` is
// [word, its arguments…, and for axe, strained, wait, still, timed and painted: done].

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const FIELDS = "input, select, textarea, [role=combobox], [contenteditable=true]";
const CLOSED = new Set(["heading", "link", "button", "checkbox", "radio", "switch", "tab", "option",
  "menuitem", "textbox", "searchbox", "spinbutton", "combobox", "slider", "img", "progressbar", "meter"]);
const CELLS = new Set(["cell", "gridcell", "columnheader", "rowheader", "listitem", "term", "definition"]);
// Their text is already the name of the field or the table.
const NAMING = "label, caption, legend";
const SILENT = new Set(["none", "presentation", "generic", "paragraph", "rowgroup", "strong", "emphasis", "superscript"]);

function heard(look) {
  axe.setup(document.documentElement);
  try {
    return look();
  } finally {
    axe.teardown();
  }
}

const roleOf = (element) => axe.commons.aria.getRole(element) ?? (element.matches("input") ? "textbox" : "generic");
const nameOf = (element) => plain(axe.commons.text.accessibleText(element));
const isHeard = (element) => axe.commons.dom.isVisibleToScreenReaders(element);

function named(elements, name) {
  const heardOnes = elements.filter(isHeard);
  const matching = heardOnes.filter((element) => nameOf(element) === plain(name));
  if (matching.length === 1) return { element: matching[0] };
  return { several: matching.length, names: heardOnes.map(nameOf) };
}

function stateOf(element) {
  const said = [];
  const of = (name) => element.getAttribute(`aria-${name}`);
  if (element.checked || of("checked") === "true") said.push("checked");
  if (element.disabled || of("disabled") === "true") said.push("disabled");
  if (element.required || of("required") === "true") said.push("required");
  if (of("invalid") === "true") said.push("invalid");
  for (const name of ["current", "expanded", "selected", "pressed", "sort"]) {
    if (of(name) && of(name) !== "false") said.push(of(name) === "true" ? name : `${name} ${of(name)}`);
  }
  if (of("expanded") === "false") said.push("collapsed");
  if (element === document.activeElement && element !== document.body) said.push("focused");
  return said.length ? ` [${said.join(", ")}]` : "";
}

function valueOf(element) {
  if (element.matches("select")) return ` = "${plain(element.selectedOptions[0]?.label)}"`;
  if (element.matches("input[type=password]")) return element.value ? " = •••" : "";
  if (element.matches("textarea, input:not([type=checkbox], [type=radio])")) return ` = "${element.value}"`;
  return "";
}

function noteOf(element) {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  const notes = ids.map((id) => plain(document.getElementById(id)?.textContent)).filter(Boolean);
  return notes.length ? ` (${notes.join(" ")})` : "";
}

function lineOf(element, role) {
  const level = role === "heading" ? ` ${element.getAttribute("aria-level") ?? element.localName.slice(1)}` : "";
  const shown = CELLS.has(role) ? !holdsMore(element) && plain(element.innerText) : role !== "row" && nameOf(element);
  return role + level + (shown ? ` "${shown}"` : "") + valueOf(element) + stateOf(element) + noteOf(element);
}

const holdsMore = (element) =>
  [...element.querySelectorAll("*")].some((inner) => isHeard(inner) && !SILENT.has(roleOf(inner)));

function outlineOf(node, depth, lines) {
  const names = node.closest(NAMING);
  let text = "";
  const flush = () => {
    if (plain(text)) lines.push(`${"  ".repeat(depth)}text: ${plain(text)}`);
    text = "";
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && !names) text += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE || !isHeard(child)) continue;
    const role = roleOf(child);
    if (SILENT.has(role)) {
      if (getComputedStyle(child).display === "inline" && !holdsMore(child)) {
        text += names || child.matches(NAMING) ? "" : child.textContent;
      } else {
        flush();
        outlineOf(child, depth, lines);
      }
      continue;
    }
    flush();
    lines.push("  ".repeat(depth) + lineOf(child, role));
    if (!CLOSED.has(role) && (!CELLS.has(role) || holdsMore(child))) outlineOf(child, depth + 1, lines);
  }
  flush();
}

const words = {
  css: (selector) => {
    const element = document.querySelector(selector);
    return element && { element };
  },
  label: (name) => heard(() => named([...document.querySelectorAll(FIELDS)], name)),
  role: (role, name) =>
    heard(() => named([...document.querySelectorAll("*")].filter((element) => roleOf(element) === role), name)),
  // A person who chooses in a list is in it; the driver alone would leave the focus where it was.
  option: (field, label) => {
    field.focus();
    const options = [...(field.options ?? document.querySelectorAll("[role=option]"))];
    const said = (option) => plain(option.label ?? option.innerText);
    const element =
      options.find((option) => said(option) === plain(label)) ??
      options.find((option) => said(option).startsWith(`${plain(label)} `));
    return element ? { element } : { several: 0, names: options.map(said) };
  },
  // Where a choice stands in a native list, the names of groups being rows; `window.isChosen` says whether it was made.
  row: (list, label) => {
    const found = words.option(list, label);
    if (!found.element) return found;
    window.isChosen = found.element.selected;
    list.addEventListener("change", () => (window.isChosen = found.element.selected), { once: true, capture: true });
    list.scrollIntoView({ block: "center" });
    const { left, width, top, height } = list.getBoundingClientRect();
    const rows = [...list.querySelectorAll("option, optgroup")];
    const [shown, wanted] = [list.selectedOptions[0], found.element].map((option) => rows.indexOf(option));
    const [x, y] = [left + width / 2, top + height / 2].map(Math.round);
    return { element: null, rows: rows.length, shown, wanted, x, y };
  },
  // `window.held` is how many keys of a chord with Enter are not released yet; a list leaves a release behind it.
  enter: (keys) => {
    window.held = keys;
    let isDown = false;
    const hear = ({ type, key }) => {
      if (type === "keydown") isDown ||= key === "Enter";
      else if (isDown) window.held -= 1;
      if (window.held === 0) for (const name of ["keydown", "keyup"]) removeEventListener(name, hear, true);
    };
    for (const name of ["keydown", "keyup"]) addEventListener(name, hear, true);
  },
  says: (text) => plain(document.body.innerText).includes(plain(text)) && { element: null },
  silent: (text) => !plain(document.body.innerText).includes(plain(text)) && { element: null },
  text: () => document.body.innerText,
  // A point that changes keeps the page painting.
  twinkle: () => {
    const point = document.body.appendChild(document.createElement("i"));
    point.id = "twinkling";
    point.style.cssText = "position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; background: gray";
    point.turn = setInterval(() => point.toggleAttribute("hidden"), 20);
  },
  calm: () => {
    const point = document.querySelector("#twinkling");
    clearInterval(point?.turn);
    point?.remove();
  },
  focus: () => heard(() => lineOf(document.activeElement, roleOf(document.activeElement))),
  outline: () =>
    heard(() => {
      const lines = [];
      outlineOf(document.body, 0, lines);
      return lines.join("\n");
    }),
};

const [word, ...rest] = arguments;

// A colour on its way from one state to the next is nobody's choice.
const atRest = () => {
  const ends = document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime < Infinity);
  return Promise.allSettled([document.fonts.ready, ...ends.map((animation) => animation.finished)]);
};

// A target half under a bar that stays in place is whole once scrolled: nothing floats while axe measures.
const settle = () => {
  const floats = (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);
  const floating = [...document.querySelectorAll("*")].filter(floats);
  for (const element of floating) element.style.position = "static";
  return () => {
    for (const element of floating) element.style.position = "";
  };
};

const judge = async () => {
  await atRest();
  const float = settle();
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  try {
    const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
  } catch (error) {
    return [`axe stopped: ${error}`];
  } finally {
    float();
  }
};

// What axe does not look at, and a person with a keyboard or large letters meets.

const REACHED = "a[href], button, input, select, textarea, summary, [tabindex='0']";
const told = (what, element) => `${what}: ${element.outerHTML.slice(0, 160)}`;
// The mark of a hidden box stands on what is shown in its place.
const shownFor = (element) => (element.labels?.length && element.offsetWidth < 2 ? element.labels[0] : element);

/** How an element and what holds it look, as far as the focus may show. */
const lookOf = (element) =>
  [element, shownFor(element), element.parentElement]
    .map((one) => getComputedStyle(one))
    .map((style) => [style.outlineStyle, style.outlineWidth, style.boxShadow].join(" "))
    .join();

const covered = (element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
    [top + 2, (top + bottom) / 2, bottom - 2].map((y) => document.elementFromPoint(x, y)),
  );
  return !points.some((found) => found && (element.contains(found) || found.contains(element)));
};

/** What the keyboard reaches without showing where it is, or under something else. */
const unreached = () => {
  const [x, y] = [scrollX, scrollY];
  const found = [...document.querySelectorAll(REACHED)]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
    .flatMap((element) => {
      document.activeElement?.blur();
      const rest = lookOf(element);
      element.focus({ focusVisible: true, preventScroll: true });
      if (document.activeElement !== element) return [];
      const shown = shownFor(element);
      shown.scrollIntoView({ block: "nearest" });
      return [
        ...(lookOf(element) === rest ? [told("no mark of the focus", shown)] : []),
        ...(covered(shown) ? [told("the focus is hidden", shown)] : []),
      ];
    });
  scrollTo(x, y);
  return found;
};

const cut = () =>
  [...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
    // The line of a dossier's head is abridged by design; its title says the whole.
    const isAbridged = element.title !== "" && plain(element.title) === plain(element.innerText);
    return isCut && !isAbridged && element.clientWidth > 2 && plain(element.innerText);
  });

/** What is cut once letters, words and lines are as far apart as a person may set them (WCAG 1.4.12). */
const cutWhenSpaced = () => {
  const already = new Set(cut());
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spaced];
  try {
    return cut().filter((element) => !already.has(element)).map((element) => told("cut once spaced", element));
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== spaced);
  }
};

/** Links of one name, in one region, that lead to two dossiers or screens; tables without a name. */
const ambiguous = () =>
  heard(() => {
    const placeOf = (link) => link.hash.replace(/^(#\/dossiers\/\d+)\/.*/, "$1");
    const regions = [...document.querySelectorAll("nav, main, article, section, aside, body")];
    const regionOf = (link) => regions.indexOf(link.closest("nav, main, article, section, aside, body"));
    const links = [...document.querySelectorAll("a[href]")].filter(isHeard);
    const places = Map.groupBy(links, (link) => `${nameOf(link)} (${regionOf(link)})`);
    const nameless = "table:not([aria-label], [aria-labelledby], :has(caption), [role])";
    return [
      ...[...places]
        .filter(([, links]) => new Set(links.map(placeOf)).size > 1)
        .map(([name, links]) => `${links.length} links « ${name} » lead to several places`),
      ...[...document.querySelectorAll(nameless)].map((table) => told("a table without a name", table)),
    ];
  });

if (word === "axe") {
  judge().then(rest.pop());
} else if (word === "strained") {
  const done = rest.pop();
  // What is open under the focus closes first.
  const before = document.activeElement;
  before?.blur();
  atRest().then(() => {
    const found = [...unreached(), ...cutWhenSpaced(), ...ambiguous()];
    before?.focus({ preventScroll: true });
    done(found);
  });
} else if (word === "wait") {
  const done = rest.pop();
  const [bound, wanted, ...its] = rest;
  const end = performance.now() + bound;
  const look = () => {
    let found = null;
    try {
      found = words[wanted](...its);
    } catch (error) {
      found = { several: 0, names: [String(error)] };
    }
    if (found && "element" in found) done(found);
    else if (performance.now() > end) done({ missing: found || {} });
    else setTimeout(look, 25);
  };
  look();
} else if (word === "still") {
  // What comes in above pushes it down: it is pressed once it has stayed where it is.
  const [element, done] = rest;
  element.scrollIntoView({ block: "nearest" });
  const place = () => JSON.stringify(element.getBoundingClientRect());
  const stays = (since, frames) => {
    const now = place();
    if (frames === 6) done(true);
    else requestAnimationFrame(() => stays(now, now === since ? frames + 1 : 0));
  };
  stays("", 0);
} else if (word === "timed") {
  // From what a hand does to what it asked for being in the page, then to the frame after the one that shows it, in milliseconds.
  const [does, css, value, shown, text, done] = rest;
  const element = document.querySelector(css);
  const holds = () => [...document.querySelectorAll(shown)].some((one) => plain(one.textContent).includes(plain(text)));
  const acts = {
    click: () => element.click(),
    type: () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(element, value);
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    // Leaving the field is what saves it.
    fill: () => {
      acts.type();
      element.blur();
    },
  };
  if (!element || holds()) done(null);
  else {
    if (does !== "click") element.focus();
    const begun = performance.now();
    const watch = new MutationObserver(() => {
      if (!holds()) return;
      watch.disconnect();
      const told = performance.now() - begun;
      requestAnimationFrame(() => requestAnimationFrame(() => done([told, performance.now() - begun])));
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    acts[does]();
  }
} else if (word === "painted") {
  const done = rest.pop();
  atRest().then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
} else {
  return words[word](...rest);
}
