"use strict";

const shipped = document.getElementById("what-if-data");
if (shipped) startWhatIf(JSON.parse(shipped.textContent));
startSlides();
