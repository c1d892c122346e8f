/* The page to ask in SPARQL, with script: an editor in place of the text field, answers without
   loading the page again, and the questions asked before. What the answer looks like is decided by
   the server; without this file the page works too. */
"use strict";
(() => {
  const form = document.getElementById("vraag");
  const field = document.getElementById("query");
  const message = document.getElementById("bericht");
  const stop = document.getElementById("stop");
  const text = form.dataset;
  const Yasqe = window.Yasgui.Yasqe;
  const KEPT = 30;

  /* ---- completion of the words of the catalogue ---- */

  const terms = fetch(text.terms).then((response) => response.json()).catch(() => []);

  const found = (all, typed) => {
    const wanted = typed.toLowerCase();
    const [prefix, local] = wanted.includes(":") ? wanted.split(":") : [null, wanted];
    const rank = (term) => {
      const name = term.name.toLowerCase();
      const own = name.slice(name.indexOf(":") + 1);
      if (prefix !== null && !name.startsWith(prefix + ":")) return 9;
      if (own.startsWith(local)) return 0;
      const labels = [term.nl, term.en].filter(Boolean).map((label) => label.toLowerCase());
      if (labels.some((label) => label.startsWith(local))) return 1;
      if (own.includes(local) || labels.some((label) => label.includes(local))) return 2;
      return 9;
    };
    return all
      .map((term) => [rank(term), term])
      .filter(([place]) => place < 9)
      .sort((a, b) => a[0] - b[0] || a[1].name.localeCompare(b[1].name))
      .map(([, term]) => term);
  };

  let known = new Map();
  const afterType = (editor) => {
    const token = editor.getCompleteToken();
    const before = editor.getPreviousNonWsToken(editor.getDoc().getCursor().line, token);
    return ["a", "rdf:type"].includes(before.string);
  };

  Yasqe.registerAutocompleter(
    {
      name: "words",
      bulk: false,
      autoShow: true,
      isValidCompletionPosition: (editor) => {
        const token = editor.getCompleteToken();
        const word = token.string.trim();
        if (["atom", "comment", "string", "number"].includes(token.type)) return false;
        if (/^[?$<"'#]/.test(word)) return false;
        return word.length > 1 && /^[\p{L}_-]+:?[\p{L}\d_.-]*$/u.test(word);
      },
      get: async (editor, token) => {
        const all = await terms;
        const classes = afterType(editor);
        const fitting = found(all, token.string.trim()).filter(
          (term) => !classes || term.kind === "class");
        known = new Map(fitting.map((term) => [term.name, term]));
        return fitting.slice(0, 40).map((term) => term.name);
      },
      postprocessHints: (editor, hints) =>
        hints.map((hint) => {
          const term = known.get(hint.text);
          const label = term && (term[text.language] || term.nl || term.en);
          const kind = term && text[term.kind];
          return { ...hint, displayText: [hint.text, label, kind].filter(Boolean).join(" · ") };
        }),
    },
    false);

  /* ---- the editor ---- */

  const place = document.createElement("div");
  place.className = "editor";
  field.after(place);
  field.hidden = true;
  field.required = false;
  // Of its own completers those that ask the web are left out. A configuration is merged into the
  // defaults item by item, so the list must be replaced there.
  Yasqe.defaults.prefixCcApi = text.prefixes;
  Yasqe.defaults.autocompleters = ["prefixes", "variables", "words"];
  const run = () => form.requestSubmit();
  const editor = new Yasqe(place, {
    value: field.value,
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    extraKeys: {
      "Ctrl-Enter": run,
      "Cmd-Enter": run,
      "Ctrl-S": false,
      Tab: false,
      "Shift-Tab": false,
    },
  });
  const input = editor.getInputField();
  input.setAttribute("aria-label", text.label);
  input.setAttribute("aria-describedby", "query-hint");
  form.querySelector("label[for=query]").addEventListener("click", () => editor.focus());

  let marked = null;
  const unmark = () => marked && marked.clear();
  const pointAt = (link) => {
    const line = Number(link.dataset.line) - 1;
    if (line < 0) return;
    const column = Math.max(Number(link.dataset.column) - 1, 0);
    unmark();
    const end = Math.max(editor.getTokenAt({ line, ch: column + 1 }).end, column + 1);
    marked = editor.markText({ line, ch: column }, { line, ch: end }, { className: "here" });
    return { line, ch: column };
  };
  const errors = document.getElementById("fouten");
  errors.addEventListener("click", (event) => {
    const link = event.target.closest("a[href='#query']");
    if (!link) return;
    event.preventDefault();
    const at = pointAt(link);
    editor.focus();
    if (at) editor.setCursor(at);
  });
  const pointAtFirst = () => {
    const link = errors.querySelector("a[href='#query']");
    if (link) pointAt(link);
  };

  /* ---- asking ---- */

  let running = null;
  const show = (page, byKey) => {
    for (const id of ["fouten", "uitkomst"]) {
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
    }
    document.title = page.title;
    const trouble = document.getElementById("fout");
    const heading = document.getElementById("antwoord");
    unmark();
    if (trouble) {
      pointAtFirst();
      trouble.focus();
    } else if (heading) {
      message.textContent = heading.textContent;
      if (byKey) heading.scrollIntoView({ block: "nearest" });
      else heading.focus();
      remember();
    }
    offerCopies();
  };

  const ask = async (address, body, byKey) => {
    if (running) running.abort();
    const own = (running = new AbortController());
    message.textContent = text.busy;
    stop.hidden = false;
    try {
      const response = await fetch(address, {
        method: "POST", body, headers: { Accept: "text/html" }, signal: own.signal });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (!page.getElementById("uitkomst")) throw new Error(String(response.status));
      // A question too long for an address must not be shown under that of another one.
      history.pushState(null, "", response.redirected ? response.url : form.action);
      show(page, byKey);
    } catch (error) {
      message.textContent = "";
      if (error.name !== "AbortError") tell(text.broken);
    } finally {
      if (running === own) {
        running = null;
        stop.hidden = true;
      }
    }
  };

  const tell = (words) => {
    const note = document.createElement("p");
    note.className = "note warn";
    note.textContent = words;
    document.getElementById("uitkomst").replaceChildren(note);
    message.textContent = words;
  };

  form.addEventListener("submit", (event) => {
    field.value = editor.getValue();
    if (form.elements.format.value) return;
    event.preventDefault();
    const button = event.submitter;
    const address = (button && button.getAttribute("formaction")) || form.action;
    ask(address, new URLSearchParams(new FormData(form, button)), !button);
  });
  stop.addEventListener("click", () => running && running.abort());
  window.addEventListener("popstate", () => location.reload());

  /* ---- questions asked before ---- */

  const section = document.getElementById("geschiedenis");
  const list = section.querySelector("ol");
  const shelf = "zoekvragen" + new URL(form.action).pathname.replace(/^\/en/, "");
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(shelf)) || [];
    } catch {
      return [];
    }
  };
  const write = (asked) => {
    try {
      localStorage.setItem(shelf, JSON.stringify(asked));
    } catch {
      // A browser that keeps nothing has no history.
    }
    drawPast(asked);
  };
  const value = (name) => (form.elements[name] ? form.elements[name].value : "");
  const remember = () => {
    const asked = { query: editor.getValue(), asOf: value("asOf"), validOn: value("validOn"),
      at: new Date().toISOString() };
    const same = (other) =>
      ["query", "asOf", "validOn"].every((name) => other[name] === asked[name]);
    write([asked, ...read().filter((other) => !same(other))].slice(0, KEPT));
  };
  const take = (asked) => {
    editor.setValue(asked.query);
    for (const name of ["asOf", "validOn"]) {
      if (form.elements[name]) form.elements[name].value = asked[name];
    }
    editor.focus();
  };
  const drawPast = (asked) => {
    section.hidden = asked.length === 0;
    list.replaceChildren(...asked.map((one) => {
      const item = document.createElement("li");
      const when = document.createElement("span");
      const link = document.createElement("a");
      when.className = "muted small";
      when.textContent = new Date(one.at).toLocaleString(text.language,
        { dateStyle: "short", timeStyle: "short" });
      link.href = "#query";
      link.textContent = one.query.replace(/^\s*PREFIX[^\n]*\n/gim, "").replace(/\s+/g, " ").trim();
      link.addEventListener("click", (event) => {
        event.preventDefault();
        take(one);
      });
      item.append(when, link);
      return item;
    }));
  };
  section.querySelector("button").addEventListener("click", () => write([]));

  /* ---- copying ---- */

  const offerCopies = () => {
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(
          document.getElementById(button.dataset.copy).textContent);
        message.textContent = text.copied;
        button.textContent = text.copied;
      });
    }
  };

  pointAtFirst();
  offerCopies();
  drawPast(read());
  if (document.getElementById("antwoord")) remember();
  document.documentElement.classList.add("with-editor");
})();
