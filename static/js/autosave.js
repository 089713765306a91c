// <eco-autosave data-url="…"><form>…<p data-saved>…</form></eco-autosave>
// Posts the form to data-url 1.5 s after the last change, and when the page is left. Nothing stays in the browser.
// Answers: 200 {"saved_at": iso} or 409 when somebody else changed the same thing.
import { words } from "eco/words";

const IDLE = 1500;

customElements.define(
  "eco-autosave",
  class extends HTMLElement {
    #timer = 0;
    #isDirty = false;

    connectedCallback() {
      this.form = this.querySelector("form") ?? this.closest("form");
      this.addEventListener("input", () => this.#changed());
      this.addEventListener("change", () => this.#changed());
      this.form.addEventListener("submit", () => this.#settle());
      window.addEventListener("online", this);
      window.addEventListener("pagehide", this);
    }

    disconnectedCallback() {
      clearTimeout(this.#timer);
      window.removeEventListener("online", this);
      window.removeEventListener("pagehide", this);
    }

    handleEvent(event) {
      if (this.#isDirty) {
        this.save({ keepalive: event.type === "pagehide" });
      }
    }

    #changed() {
      this.#isDirty = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.save(), IDLE);
    }

    #settle() {
      clearTimeout(this.#timer);
      this.#isDirty = false;
    }

    async save({ keepalive = false } = {}) {
      this.#settle();
      this.#say(words.saving, "waiting");
      try {
        const answer = await fetch(this.dataset.url, { method: "POST", body: this.#body(), headers: this.#headers(), keepalive });
        if (answer.status === 409) {
          this.#say(words.conflict, "failed");
        } else if (answer.ok) {
          this.#say(words.saved);
        } else {
          throw new Error(String(answer.status));
        }
      } catch {
        this.#isDirty = true;
        this.#say(words.notSaved, "failed");
      }
    }

    #body() {
      const typed = [...new FormData(this.form)].filter(([, value]) => typeof value === "string");
      return new URLSearchParams(typed);
    }

    #headers() {
      const token = this.form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
      return { "X-CSRFToken": token, Accept: "application/json" };
    }

    #say(text, state = "") {
      for (const place of this.querySelectorAll("[data-saved]")) {
        place.className = `saved ${state}`.trim();
        (place.querySelector("span") ?? place).textContent = text;
      }
    }
  },
);
