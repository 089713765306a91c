// <eco-progress data-url="…"><progress>…<span data-words>…<a data-look>…</eco-progress>
// Looks again every 0.7 s: 204 is "nothing new"; JSON {done, total, label, finished_url}. A finished_url is followed.
import { words } from "eco/words";

const PAUSE = 700;
const SLOWER = 5000;

customElements.define(
  "eco-progress",
  class extends HTMLElement {
    #timer = 0;

    connectedCallback() {
      for (const link of this.querySelectorAll("[data-look]")) {
        link.hidden = true;
      }
      this.#again(PAUSE);
    }

    disconnectedCallback() {
      clearTimeout(this.#timer);
    }

    #again(pause) {
      this.#timer = setTimeout(() => this.#look(), document.hidden ? SLOWER : pause);
    }

    async #look() {
      try {
        const answer = await fetch(this.dataset.url, { headers: { Accept: "application/json" } });
        if (answer.status === 200) {
          const news = await answer.json();
          this.#show(news);
          if (news.finished_url) {
            location.assign(news.finished_url);
            return;
          }
        }
        this.#again(answer.ok ? PAUSE : SLOWER);
      } catch {
        this.#again(SLOWER);
      }
    }

    #show({ done, total, label }) {
      const bar = this.querySelector("progress");
      bar.max = total || 1;
      bar.value = done;
      const name = this.querySelector("label");
      if (label && name) {
        name.textContent = label;
      }
      this.querySelector("[data-words]").textContent = words.of(done, total);
    }
  },
);
