// Wakes what a page holds: each custom element's module is fetched only where the element is.
const elements = ["autosave", "drag", "passkey", "progress", "quick-exit", "toast"];

function wake() {
  for (const name of elements) {
    if (document.querySelector(`eco-${name}`) && !customElements.get(`eco-${name}`)) {
      import(`eco/${name}`);
    }
  }
  for (const button of document.querySelectorAll("[data-print][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

wake();
// A row of pages that scrolls sideways begins at the page one is on.
for (const row of document.querySelectorAll("[data-shows-current]")) {
  const here = row.querySelector("[aria-current]");
  if (here) {
    row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
}
document.addEventListener("htmx:load", wake);

// Menus close with Escape and when one goes elsewhere.
document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.menu[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});
