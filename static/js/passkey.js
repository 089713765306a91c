// <eco-passkey mode="create|get" data-wait="…" data-failed="…"> around a form with a hidden `credential`.
// The options come from <script type="application/json"> inside, or (signing in) from the form's own address.
const bytes = (words) =>
  Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.codePointAt(0));
const words = (buffer) =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const known = (list) => (list ?? []).map((item) => ({ ...item, id: bytes(item.id) }));

function creation({ publicKey }, isPasskey) {
  const selection = { ...publicKey.authenticatorSelection };
  selection.residentKey = isPasskey ? "required" : "discouraged";
  selection.requireResidentKey = isPasskey;
  if (isPasskey) {
    selection.userVerification = "required";
  }
  return {
    ...publicKey,
    authenticatorSelection: selection,
    challenge: bytes(publicKey.challenge),
    user: { ...publicKey.user, id: bytes(publicKey.user.id) },
    excludeCredentials: known(publicKey.excludeCredentials),
  };
}

function request({ publicKey }) {
  return {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    allowCredentials: known(publicKey.allowCredentials),
  };
}

function plain(credential) {
  const { response } = credential;
  const answer = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) {
      answer[name] = words(response[name]);
    }
  }
  return {
    id: credential.id,
    rawId: words(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...answer, transports: response.getTransports?.() ?? undefined },
  };
}

customElements.define(
  "eco-passkey",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.said = this.querySelector("[role=status]");
      this.button = this.querySelector("button[type=submit]");
      if (!window.PublicKeyCredential) {
        return;
      }
      this.button.hidden = false;
      this.querySelector("[data-without]")?.remove();
      this.form.addEventListener("submit", this);
    }

    async handleEvent(event) {
      event.preventDefault();
      this.said.textContent = this.dataset.wait;
      try {
        const credential = await this.ask();
        this.form.elements.credential.value = JSON.stringify(plain(credential));
        this.form.submit();
      } catch {
        this.said.textContent = this.dataset.failed;
      }
    }

    async ask() {
      if (this.getAttribute("mode") === "create") {
        const isPasskey = this.form.elements.passwordless?.checked ?? false;
        return navigator.credentials.create({ publicKey: creation((await this.options()).creation_options, isPasskey) });
      }
      return navigator.credentials.get({ publicKey: request((await this.options()).request_options) });
    }

    async options() {
      const here = this.querySelector("script[type='application/json']");
      if (here) {
        return JSON.parse(here.textContent);
      }
      const answer = await fetch(this.form.action, { headers: { Accept: "application/json" } });
      return answer.json();
    }
  },
);
