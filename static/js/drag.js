// <eco-drag> moves [data-move] things between [data-drop] places by pointer or keys, then sends the thing's own form.
// Each [data-move="id"] holds a form with a select or input [data-to] (the "Move to" that works without script);
// each [data-drop="value"] has a role and an aria-label. Moving sets [data-to] to the value and submits the form (htmx may catch it).
import { words } from "eco/words";

customElements.define(
  "eco-drag",
  class extends HTMLElement {
    connectedCallback() {
      this.voice = this.querySelector("[data-voice]") ?? this.appendChild(this.#makeVoice());
      for (const type of ["dragstart", "dragover", "dragleave", "drop", "dragend", "keydown"]) {
        this.addEventListener(type, (event) => this[`on${type}`](event));
      }
      this.#arm();
      this.addEventListener("htmx:load", () => this.#arm());
    }

    #makeVoice() {
      const voice = document.createElement("p");
      voice.className = "vh";
      voice.setAttribute("role", "status");
      return voice;
    }

    #arm() {
      for (const thing of this.querySelectorAll("[data-move]")) {
        thing.draggable = true;
      }
    }

    get places() {
      return [...this.querySelectorAll("[data-drop]")];
    }

    ondragstart(event) {
      this.thing = event.target.closest("[data-move]");
      this.thing?.classList.add("lifted");
      event.dataTransfer.effectAllowed = "move";
    }

    ondragover(event) {
      const place = event.target.closest("[data-drop]");
      if (this.thing && place) {
        event.preventDefault();
        this.#point(place);
      }
    }

    ondragleave(event) {
      event.target.closest("[data-drop]")?.classList.remove("over");
    }

    ondrop(event) {
      const place = event.target.closest("[data-drop]");
      if (this.thing && place) {
        event.preventDefault();
        this.#put(place);
      }
    }

    ondragend() {
      this.#release();
    }

    onkeydown(event) {
      const handle = event.target.closest("[data-handle]");
      if (!this.held && handle && (event.key === " " || event.key === "Enter")) {
        event.preventDefault();
        this.#lift(handle.closest("[data-move]"));
      } else if (this.held) {
        this.#steer(event);
      }
    }

    #lift(thing) {
      this.held = this.thing = thing;
      thing.setAttribute("aria-grabbed", "true");
      this.at = this.places.indexOf(thing.closest("[data-drop]"));
      this.voice.textContent = words.lifted;
    }

    #steer(event) {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.at = (this.at + step + this.places.length) % this.places.length;
        this.#point(this.places[this.at]);
        this.places[this.at].scrollIntoView({ block: "nearest" });
        this.voice.textContent = words.over(this.places[this.at].getAttribute("aria-label"));
      } else if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        this.#put(this.places[this.at]);
      } else if (event.key === "Escape") {
        this.voice.textContent = words.back;
        this.#release();
      }
    }

    #point(place) {
      for (const other of this.places) {
        other.classList.toggle("over", other === place);
      }
    }

    #put(place) {
      const form = this.thing.querySelector("form");
      form.querySelector("[data-to]").value = place.dataset.drop;
      this.voice.textContent = words.dropped(place.getAttribute("aria-label"));
      this.#release();
      form.requestSubmit();
    }

    #release() {
      this.thing?.classList.remove("lifted");
      this.thing?.removeAttribute("aria-grabbed");
      this.thing = this.held = undefined;
      this.#point(null);
    }
  },
);
