"use strict";

// Answers settings put to the script of a page: {script, data, settings} on stdin, JSON on stdout.

const input = JSON.parse(require("fs").readFileSync(0, "utf8"));
const page = new Function(
  `"use strict";\n${input.script}\nreturn { tell, pictureFor, isAdequate, standingsOf, commandOf };`,
)();

function answered(setting) {
  const given = { ...setting, without: new Set(setting.without) };
  const told = page.tell(input.data, given);
  if (told.refused) return { refused: told.refused };
  const { pictures } = told.found.view;
  const states = told.found.states;
  const picture = page.pictureFor(input.data, told, states, false);
  const names = (bits) => input.data.case.options.map((o) => o.id).filter((_, option) => bits & (1 << option));
  return {
    outcome: told.outcome,
    statuses: told.statuses,
    flags: told.flags,
    remarks: told.remarks,
    verdict: told.verdict,
    why: told.why,
    positions: told.positions.map((p) => [names(p.permitted).sort(), names(p.undecided).sort()]),
    chosen: told.positions.map((p) => p.chosen),
    view: told.found.world.view,
    labels: told.labels,
    adequate: page.isAdequate(input.data, told, pictures[pictures.length - 1], states),
    standings: page.standingsOf(input.data, told, picture, states, undefined),
    picture: pictures.indexOf(picture),
    command: page.commandOf(input.data, given),
  };
}

process.stdout.write(JSON.stringify(input.settings.map(answered)));
