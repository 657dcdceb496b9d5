const poll = JSON.parse(document.getElementById("poll").textContent);
const form = document.getElementById("form");
const said = document.getElementById("said");

const chosenIn = (box) => box.querySelector("input:checked").value;

function ranks() {
  const found = new Map();
  for (const select of form.querySelectorAll("select[data-source]")) {
    if (select.value) found.set(select.dataset.source, Number(select.value));
  }
  return found;
}

function tiers(found) {
  const places = [...new Set(found.values())].sort((one, other) => one - other);
  return places.map((place) => [...found.keys()].filter((name) => found.get(name) === place));
}

function ballot(name) {
  const facts = {};
  for (const box of form.querySelectorAll("[data-fact]")) {
    const value = chosenIn(box);
    facts[box.dataset.fact] = value === "" ? null : value === "true";
  }
  const considered = {};
  for (const box of form.querySelectorAll("[data-considered]")) {
    considered[box.dataset.considered] = chosenIn(box) || null;
  }
  const { schema, case: about, sha256 } = poll;
  return { schema, case: about, sha256, name, ranking: tiers(ranks()), facts, considered };
}

// Someone whose ranking goes against an order of the case itself could not be counted.
const against = (found) => poll.order.find(([high, low]) => found.get(high) > found.get(low));

function submit(event) {
  event.preventDefault();
  const field = document.getElementById("name");
  const name = field.value.trim();
  if (!name) {
    said.textContent = poll.words.name_missing;
    field.focus();
    return;
  }
  const broken = against(ranks());
  if (broken) {
    const [higher, lower] = broken.map((source) => poll.names[source]);
    said.textContent = say(poll.words.against, { higher, lower });
    return;
  }
  const file = `poll-${slug(name)}.json`;
  save(ballot(name), file);
  said.textContent = say(poll.words.saved, { file });
}

form.addEventListener("submit", submit);
