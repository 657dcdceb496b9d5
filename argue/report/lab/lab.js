"use strict";

// The lab itself: an editor whose case is judged as it is written.

const PAUSE = 350;
const PREFIX = "#case=";
const TEXT_PREFIX = "#text=";
const LONGEST_ADDRESS = 30_000;

async function startLab({ tables, worker, binary, cases: stored, start }) {
  const at = (id) => document.getElementById(id);
  const solver = new Solver(worker, binary);
  const editor = at("editor");
  const cases = await (await unpacked(stored, "gzip")).json();
  let turn = 0;
  let timer = null;

  function goTo({ line, column, length }) {
    const lines = editor.value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const letters = [...lines[line - 1]];
    const place = before + letters.slice(0, column - 1).join("").length;
    editor.focus();
    editor.setSelectionRange(place, place + letters.slice(column - 1, column - 1 + length).join("").length);
    const height = parseFloat(getComputedStyle(editor).lineHeight);
    editor.scrollTop = Math.max(0, (line - 4) * height);
  }

  function say(text, busy = false) {
    at("answer").textContent = inert(text);
    at("results").setAttribute("aria-busy", String(busy));
  }

  function refuse(problems, refused) {
    const many = problems.length === 1 ? "One thing is" : `${problems.length} things are`;
    at("question").textContent = "";
    say(refused ? "This page cannot judge this case." : `${many} wrong with this case.`);
    at("details").replaceChildren(problemList(problems, goTo));
    editor.setAttribute("aria-invalid", "true");
  }

  async function judge() {
    const mine = ++turn;
    const text = editor.value.replaceAll("\r\n", "\n");
    at("printed").textContent = text;
    const read = readCase(text, tables);
    if (!read.case) return refuse(read.problems, read.refused);
    editor.setAttribute("aria-invalid", "false");
    at("results").setAttribute("aria-busy", "true");
    try {
      solver.hurry();
      const found = await judged(read.case, tables, (program, options) => {
        if (mine !== turn) throw new Error("the case has been edited since");
        return solver.run(program, options);
      });
      if (mine !== turn) return undefined;
      say(found.told.verdict);
      at("question").textContent = inert(read.case.question || read.case.title);
      at("details").replaceChildren(...verdictElements(read.case, found, tables), ...warningElements(read.warnings));
    } catch (error) {
      if (mine === turn) refuse([problemOf(error, read, text)], !(error instanceof Unfit));
    }
    return undefined;
  }

  function warningElements(warnings) {
    return warnings.length ? [heading("Warnings"), problemList(warnings, goTo)] : [];
  }

  function problemOf(error, read, text) {
    const index = error.use ? read.case.frameworks.indexOf(error.use) : -1;
    const mark = read.marks.get(`frameworks[${index}]`) || NOWHERE;
    const code = error instanceof Unfit ? "C061" : "page";
    const said = error.use ? `${error.use.id}: ${error.message}` : error.message;
    return { code, message: said, ...mark, text: mark.line ? text.split("\n")[mark.line - 1] : "", help: "" };
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(judge, PAUSE);
  }

  function load(text, address) {
    editor.value = text;
    editor.scrollTop = editor.scrollLeft = 0;
    editor.setSelectionRange(0, 0);
    at("shared").textContent = "";
    history.replaceState(null, "", address);
    return judge();
  }

  function save() {
    const link = element("a", { download: "case.yaml", href: URL.createObjectURL(new Blob([editor.value], { type: "text/yaml" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), PAUSE);
  }

  async function share() {
    const address = `${TEXT_PREFIX}${await packed(editor.value)}`;
    if (address.length > LONGEST_ADDRESS) {
      at("shared").textContent = "The case is too long for an address: download it, and send the file.";
      return;
    }
    history.replaceState(null, "", address);
    at("shared").textContent = "The address of this page now holds the case: copy it from the address bar.";
  }

  async function opened() {
    const { hash } = window.location;
    const id = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : "";
    if (hash.startsWith(TEXT_PREFIX)) return load(await fromAddress(hash.slice(TEXT_PREFIX.length)), hash);
    if (Object.hasOwn(cases, id)) at("cases").value = id;
    return Object.hasOwn(cases, id) ? load(cases[id], hash) : load(start, window.location.pathname);
  }

  editor.addEventListener("input", soon);
  at("cases").addEventListener("change", ({ target }) => {
    if (target.value) load(cases[target.value], `${PREFIX}${target.value}`);
    else load(start, window.location.pathname);
  });
  at("file").addEventListener("change", async ({ target }) => {
    if (target.files.length) load(await target.files[0].text(), window.location.pathname);
  });
  at("save").addEventListener("click", save);
  at("share").addEventListener("click", share);
  window.addEventListener("hashchange", opened);
  return opened();
}

// A text as letters of an address, and back.
async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function fromAddress(letters) {
  const response = await unpacked(letters.replaceAll("-", "+").replaceAll("_", "/"), "deflate-raw");
  return response.text();
}

startLab(JSON.parse(document.getElementById("lab-data").textContent)).catch((error) => {
  document.getElementById("answer").textContent = `The lab cannot start here: ${error.message}`;
});
