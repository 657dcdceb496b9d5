"use strict";

// The solver's side of the lab: a classic worker around clingo's loader, which defines Module.

const printed = [];
const messages = [];
let solver = null;

// The build knows no binary handed to it, only who instantiates it.
function started(binary) {
  return Module({
    locateFile: (name) => name,
    instantiateWasm: (imports, ready) => {
      WebAssembly.instantiate(binary, imports).then(
        ({ instance, module }) => ready(instance, module),
        (error) => self.postMessage({ failed: String(error) }),
      );
      return {};
    },
    print: (line) => printed.push(line),
    printErr: (line) => messages.push(line),
  });
}

self.onmessage = async ({ data }) => {
  try {
    if (data.binary) {
      solver = started(data.binary);
      await solver;
      self.postMessage({ ready: true });
      return;
    }
    const clingo = await solver;
    printed.length = messages.length = 0;
    clingo.ccall("run", "number", ["string", "string"], [data.program, `--outf=2 ${data.options.join(" ")}`]);
    self.postMessage({ id: data.id, text: printed.join("\n"), messages: messages.join("\n") });
  } catch (error) {
    self.postMessage({ id: data.id, failed: String(error) });
  }
};
