// Shows the description of the API in Swagger UI, for who asks for it: the page says all of it
// without a script too, and the viewer is large.
"use strict";

const trial = document.getElementById("proef");
const button = trial.querySelector("button");

function style(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.prepend(link);
}

function show() {
  window.SwaggerUIBundle({
    url: trial.dataset.document,
    domNode: document.getElementById("viewer"),
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    tryItOutEnabled: true,
    // It would ask a site elsewhere.
    validatorUrl: null,
    // Colours of its own would be inline, and take long with a long answer.
    syntaxHighlight: { activated: false },
    // Headings of the page stand above it already.
    presets: [window.SwaggerUIBundle.presets.apis],
  });
}

button.addEventListener("click", () => {
  button.disabled = true;
  style(trial.dataset.style);
  const script = document.createElement("script");
  script.src = trial.dataset.script;
  script.addEventListener("load", () => {
    button.parentElement.remove();
    show();
  });
  document.head.append(script);
});

trial.hidden = false;
