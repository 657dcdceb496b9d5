const quiz = JSON.parse(document.getElementById("quiz").textContent);
const form = document.getElementById("form");
const said = document.getElementById("said");
const questions = [...form.querySelectorAll("fieldset[data-item]")];
let warned = "";

const chosenIn = (question) => [...question.querySelectorAll("input:checked")].map((input) => input.value);

function answers() {
  const found = {};
  for (const question of questions) {
    const { item, question: name } = question.dataset;
    (found[item] ||= {})[name] = chosenIn(question);
  }
  return found;
}

function unanswered() {
  const open = questions.filter((question) => !chosenIn(question).length);
  return [...new Set(open.map((question) => question.dataset.item.replace("item", "")))].join(", ");
}

function submit(event) {
  event.preventDefault();
  const field = document.getElementById("student");
  const student = field ? field.value.trim() : quiz.student;
  if (!student) {
    said.textContent = quiz.words.name_missing;
    field.focus();
    return;
  }
  const open = unanswered();
  if (open && warned !== open) {
    warned = open;
    said.textContent = say(quiz.words.unanswered, { items: open });
    return;
  }
  const file = `answers-${slug(student)}.json`;
  save({ schema: quiz.schema, paper: quiz.paper, student, answers: answers() }, file);
  said.textContent = say(quiz.words.saved, { file });
}

function feedback(question) {
  const key = quiz.keys[question.dataset.item][question.dataset.question];
  const chosen = chosenIn(question);
  if (!chosen.length) return [[false, quiz.words.choose]];
  const missed = key.right.filter((choice) => !chosen.includes(choice) && key.missed[choice]);
  return [
    ...chosen.map((choice) => [key.right.includes(choice), key.chosen[choice].text]),
    ...missed.map((choice) => [false, key.missed[choice].text]),
  ];
}

function check(event) {
  const item = event.currentTarget.dataset.check;
  for (const question of questions.filter((each) => each.dataset.item === item)) {
    const box = question.querySelector("[data-feedback]");
    box.replaceChildren(
      ...feedback(question).map(([good, text]) => {
        const line = document.createElement("p");
        line.className = good ? "good" : "bad";
        const verdict = document.createElement("strong");
        verdict.textContent = (good ? quiz.words.is_right : quiz.words.not_right) + " ";
        line.append(verdict, text);
        return line;
      }),
    );
    box.hidden = false;
  }
}

form.addEventListener("submit", submit);
for (const button of document.querySelectorAll("[data-check]")) button.addEventListener("click", check);
