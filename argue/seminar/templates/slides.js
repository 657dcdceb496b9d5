"use strict";

// One slide at a time, turned by arrow keys or buttons; the number of the slide is in the address.

(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const bar = document.getElementById("bar");
  const count = document.getElementById("count");
  let current = 0;

  const show = (number, focus) => {
    current = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, index) => slide.classList.toggle("current", index === current));
    const told = count.dataset.count.replace("{number}", current + 1).replace("{of}", slides.length);
    count.textContent = told;
    document.getElementById("back").disabled = current === 0;
    document.getElementById("next").disabled = current === slides.length - 1;
    history.replaceState(null, "", `#${current + 1}`);
    window.scrollTo(0, 0);
    slides[current].querySelectorAll("figure").forEach(look);
    if (focus) slides[current].querySelector("h2").focus({ preventScroll: true });
  };
  // A picture wider than a phone is moved to the box that is new in it.
  const look = (figure) => {
    const box = [...figure.querySelectorAll("g[data-id]")].find((g) => g.dataset.id === figure.dataset.focus);
    if (!box) return;
    const [frame, place] = [figure.getBoundingClientRect(), box.getBoundingClientRect()];
    figure.scrollLeft += place.left + place.width / 2 - frame.left - frame.width / 2;
  };
  const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

  document.body.classList.add("turning");
  bar.hidden = false;
  show((parseInt(location.hash.slice(1), 10) || 1) - 1, false);
  document.getElementById("next").addEventListener("click", () => show(current + 1, false));
  document.getElementById("back").addEventListener("click", () => show(current - 1, false));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Home") show(0, true);
    else if (event.key === "End") show(slides.length - 1, true);
    else if (event.key in steps && !event.target.closest(".wide")) show(current + steps[event.key], true);
    else return;
    event.preventDefault();
  });
})();
