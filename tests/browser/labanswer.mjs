// Answers cases put to the engine of the lab page: {engine, yaml, tables, folder, texts} on stdin,
// for each text its problems, or its graph, verdict and warnings. `folder` holds clingo.mjs and clingo.wasm.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const input = JSON.parse(readFileSync(0, "utf8"));
const jsyaml = {};
new Function("exports", "module", "define", input.yaml)(jsyaml, { exports: jsyaml }, undefined);
const lab = new Function(
  "jsyaml",
  `"use strict";\n${input.engine}\nreturn { readCase, judged, sourcesOf, graphOf, modelsIn, comparedWithHeld, Unfit, Limit };`,
)(jsyaml);

const printed = [];
const messages = [];
let clingo = null;

async function run(program, options) {
  clingo ||= await (await import(pathToFileURL(`${input.folder}/clingo.mjs`).href)).default({
    print: (line) => printed.push(line),
    printErr: (line) => messages.push(line),
  });
  printed.length = 0;
  clingo.ccall("run", "number", ["string", "string"], [program, `--outf=2 ${options.join(" ")}`]);
  if (messages.length) throw new Error(messages.join("\n"));
  return lab.modelsIn(printed.join("\n"));
}

function graphData({ arguments: all, attacks, options, sources, order }) {
  return {
    options,
    sources,
    order: order.map((pair) => [...pair]).sort(),
    arguments: [...all.values()].map((a) => [
      a.id,
      a.kind,
      a.text,
      a.source,
      a.better,
      a.worse,
      a.voice,
      a.by,
      a.margin && a.margin.map(String),
      a.premises,
    ]),
    attacks: attacks.map((a) => [a.attacker, a.target, a.kind, a.higher, a.lower]),
  };
}

async function answered(text) {
  const read = lab.readCase(text, input.tables);
  if (!read.case) return { refused: Boolean(read.refused), problems: read.problems };
  try {
    const { warnings } = read;
    if (input.graphs) return { warnings, graph: graphData(lab.graphOf(read.case, lab.sourcesOf(read.case))) };
    const { graph, told, labels } = await lab.judged(read.case, input.tables, run);
    const names = (bits) => graph.options.filter((_, option) => bits & (1 << option)).sort();
    return {
      warnings,
      graph: graphData(graph),
      outcome: told.outcome,
      statuses: told.statuses,
      flags: told.flags,
      positions: told.positions.map((p) => [names(p.permitted), names(p.undecided)]),
      alone: told.alone,
      residue: told.residue,
      reviewed: told.reviewed.map(({ norm, instead, acted }) => [norm.id, instead, acted]),
      considered: lab
        .comparedWithHeld(read.case, { graph, told })
        .map(({ option, status, by, got, agrees }) => [option, status, by ?? null, got, agrees]),
      labels: [...labels],
    };
  } catch (error) {
    if (error instanceof lab.Unfit) return { unfit: error.message, use: error.use && error.use.id };
    if (error instanceof lab.Limit) return { limit: error.message };
    throw error;
  }
}

const answers = [];
for (const text of input.texts) answers.push(await answered(text));
process.stdout.write(JSON.stringify(answers));
