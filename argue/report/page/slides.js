"use strict";

// The sections of the page as slides, one at a time.

function startSlides() {
  const slides = [...document.querySelectorAll("header, main > section")].filter((part) => !part.hidden);
  const bar = document.getElementById("slides-bar");
  const count = document.getElementById("slides-count");
  let current = 0;

  const isOn = () => document.body.classList.contains("slides");
  const show = (number) => {
    current = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, index) => slide.classList.toggle("current", index === current));
    count.textContent = `${current + 1} of ${slides.length}`;
    window.scrollTo(0, 0);
  };
  const turn = (on) => {
    document.body.classList.toggle("slides", on);
    bar.hidden = !on;
    if (on) show(current);
    else slides[current].scrollIntoView();
    if (!on) document.getElementById("slides-start").focus();
  };
  const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

  document.getElementById("slides-start").addEventListener("click", () => {
    turn(true);
    document.getElementById("slides-next").focus();
  });
  document.getElementById("slides-next").addEventListener("click", () => show(current + 1));
  document.getElementById("slides-back").addEventListener("click", () => show(current - 1));
  document.getElementById("slides-end").addEventListener("click", () => turn(false));
  document.addEventListener("keydown", (event) => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") turn(false);
    if (event.target.closest("form, fieldset, .scroll") || !(event.key in steps)) return;
    event.preventDefault();
    show(current + steps[event.key]);
  });
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-plain]")) part.hidden = true;
}
