// <eco-quick-exit><form method="post" action="/leave/">…</eco-quick-exit>
// A press, or Escape twice within a second, blanks the page, signs out, and replaces this entry of the history.
const TWICE = 1000;

customElements.define(
  "eco-quick-exit",
  class extends HTMLElement {
    #last = 0;

    connectedCallback() {
      this.form = this.querySelector("form");
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.leave();
      });
      document.addEventListener("keydown", this);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this);
    }

    handleEvent(event) {
      if (event.key !== "Escape") {
        return;
      }
      if (event.timeStamp - this.#last < TWICE) {
        this.leave();
      }
      this.#last = event.timeStamp;
    }

    leave() {
      const url = this.form.action;
      document.title = "…";
      document.documentElement.hidden = true;
      fetch(url, { method: "POST", keepalive: true, redirect: "manual" }).finally(() => location.replace(url));
      setTimeout(() => location.replace(url), 400);
    }
  },
);
