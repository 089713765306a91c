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
