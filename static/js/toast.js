// <eco-toast>…<button data-close hidden>…</eco-toast>: goes by itself after a while, unless it can be undone or is wrong.
const STAYS = 8000;

customElements.define(
  "eco-toast",
  class extends HTMLElement {
    connectedCallback() {
      const close = this.querySelector("[data-close]");
      if (close) {
        close.hidden = false;
        close.addEventListener("click", () => this.remove());
      }
      if (!this.querySelector("form") && this.getAttribute("role") !== "alert") {
        this.timer = setTimeout(() => this.remove(), STAYS);
        this.addEventListener("pointerenter", () => clearTimeout(this.timer));
        this.addEventListener("focusin", () => clearTimeout(this.timer));
      }
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
    }
  },
);
