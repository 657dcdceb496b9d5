"use strict";

// The page's side of the solver: questions go to a worker, one at a time, each with an end to it.

const MOST_SECONDS = 30;
const HURRY_SECONDS = 3;

class Solver {
  constructor(loader, packed) {
    this.loader = loader;
    this.packed = packed;
    this.waiting = new Map();
    this.next = 0;
  }

  start() {
    this.worker = new Worker(URL.createObjectURL(new Blob([this.loader], { type: "text/javascript" })));
    this.ready = new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => {
        if (data.ready) resolve();
        else if (data.id === undefined) reject(new Error(data.failed));
        else this.answer(data);
      };
      this.worker.onerror = (event) => reject(new Error(event.message || "the solver cannot be started"));
    });
    unpacked(this.packed, "gzip")
      .then((response) => response.arrayBuffer())
      .then((binary) => this.worker.postMessage({ binary }));
  }

  answer({ id, text, messages, failed }) {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    // Whatever the solver has to say beside its answer is an error.
    if (failed || messages) waiting.reject(new Error(failed || messages));
    else waiting.resolve(modelsIn(text));
  }

  async run(program, options) {
    if (!this.worker) this.start();
    await this.ready;
    const id = this.next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.stop(`there was no answer in ${MOST_SECONDS} seconds`), 1000 * MOST_SECONDS);
      this.waiting.set(id, { resolve, reject, timer, since: Date.now() });
      this.worker.postMessage({ id, program, options });
    });
  }

  // Gives up a question that takes long, since the case it is about has been edited.
  hurry() {
    const late = [...this.waiting.values()].some(({ since }) => Date.now() - since > 1000 * HURRY_SECONDS);
    if (late) this.stop("the case has been edited since");
  }

  // Ends the worker, which cannot be asked to stop; the next question starts another.
  stop(why) {
    this.worker.terminate();
    this.worker = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new Error(why));
    }
    this.waiting.clear();
  }
}

// What was packed into letters, as a Response to be read as text or bytes.
async function unpacked(letters, how) {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(how)));
}
