// The few sentences that scripts say, in the page's language.
const sentences = {
  en: {
    saving: "Saving…",
    saved: "Saved a moment ago",
    notSaved: "Not saved yet. We try again when there is a connection.",
    conflict: "Somebody else changed this meanwhile. What you typed is kept; look at both before you save.",
    of: (done, total) => `${done} of ${total}`,
    finished: "Done.",
    lifted: "Lifted. Arrow keys choose a place, Enter puts it down, Escape puts it back.",
    over: (place) => `Over ${place}.`,
    dropped: (place) => `Put down in ${place}.`,
    back: "Put back.",
  },
  es: {
    saving: "Guardando…",
    saved: "Guardado hace un momento",
    notSaved: "Todavía sin guardar. Lo intentamos otra vez cuando haya conexión.",
    conflict: "Mientras tanto, otra persona cambió esto. Lo que escribiste se conserva; mira las dos versiones antes de guardar.",
    of: (done, total) => `${done} de ${total}`,
    finished: "Listo.",
    lifted: "Levantado. Las flechas eligen un lugar, Intro lo deja ahí, Escape lo devuelve.",
    over: (place) => `Sobre ${place}.`,
    dropped: (place) => `Puesto en ${place}.`,
    back: "Devuelto a su lugar.",
  },
};

export const words = sentences[document.documentElement.lang.slice(0, 2)] ?? sentences.en;
