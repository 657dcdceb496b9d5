"use strict";
// Shows what the file is, and asks to be told of changes for as long as the page is open.

const part = (id) => document.getElementById(id);
const RETRY = 1500; // milliseconds until a server that has gone is asked again

let number = 0;
let told = "";

// A report is loaded anew only when there is another, in place, so that one stays where one was
// and keeps what one has settled in it.
function load(latest) {
  const frame = part("report");
  frame.hidden = latest === 0;
  if (latest === number || latest === 0) return;
  if (frame.getAttribute("src")) frame.contentWindow.location.reload();
  else frame.src = "report";
  number = latest;
}

// Sentences are wrapped; a line of the file is not, for the caret below it must stay in its place.
function say(problem) {
  if (problem === told) return;
  told = problem;
  const lines = problem.split("\n").map((line) => {
    const shown = document.createElement("div");
    shown.textContent = line || "\u00a0";
    shown.classList.toggle("excerpt", /^ +\d* *\|/.test(line));
    return shown;
  });
  part("said").replaceChildren(...lines);
}

function show(state) {
  document.title = `${state.problem ? "✗ " : ""}${state.file} – argue`;
  part("file").textContent = state.file;
  const read = `${state.problem ? "Not in order" : "As saved"}, read at ${state.at}`;
  part("state").textContent = state.busy ? "Judging the file …" : read;
  part("problem").hidden = !state.problem;
  part("problem").classList.toggle("over", state.number > 0);
  part("before").hidden = state.number === 0;
  say(state.problem);
  load(state.number);
}

async function follow() {
  let version = "";
  for (;;) {
    try {
      const answer = await fetch(`state?after=${encodeURIComponent(version)}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const state = await answer.json();
      if (state.version === version) continue;
      // Another run of the server counts its reports anew.
      if (version && state.version.split("-")[0] !== version.split("-")[0]) number = -1;
      version = state.version;
      show(state);
    } catch {
      part("state").textContent = "argue serve has ended; start it again to go on.";
      await new Promise((done) => setTimeout(done, RETRY));
      version &&= `${version.split("-")[0]}-gone`;
    }
  }
}

follow();
