/**
 * Passkeys: a button with data-passkey asks the browser for a key and sends the form it belongs to.
 *
 * data-passkey is "create" or "get"; the options stand in the JSON element that data-options names, or come
 * from the address in data-options-url. What goes wrong is said in the element [data-passkey-says].
 */
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (list) => (list ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

function asked({ publicKey }, resident) {
  const asks = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (asks.user) asks.user = { ...asks.user, id: toBytes(asks.user.id) };
  if (asks.allowCredentials) asks.allowCredentials = named(asks.allowCredentials);
  if (asks.excludeCredentials) asks.excludeCredentials = named(asks.excludeCredentials);
  if (resident) {
    asks.authenticatorSelection = {
      ...asks.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required",
    };
  }
  return { publicKey: asks };
}

function answered(credential) {
  const { response } = credential;
  const given = { clientDataJSON: toText(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) given[name] = toText(response[name]);
  }
  if (response.getTransports) given.transports = response.getTransports();
  return JSON.stringify({
    type: credential.type,
    id: credential.id,
    rawId: toText(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response: given,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function options(button) {
  const { options: id, optionsUrl } = button.dataset;
  if (id) return JSON.parse(document.getElementById(id).textContent);
  const answer = await fetch(optionsUrl, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function press(button) {
  const says = document.querySelector("[data-passkey-says]");
  says.hidden = true;
  button.disabled = true;
  try {
    const all = await options(button), form = button.form, alone = form.elements.passwordless;
    const credential = button.dataset.passkey === "create"
      ? await navigator.credentials.create(asked(all.creation_options, Boolean(alone?.value)))
      : await navigator.credentials.get(asked(all.request_options));
    form.elements.credential.value = answered(credential);
    form.submit();
  } catch (problem) {
    says.textContent = says.dataset[problem.name === "NotAllowedError" || problem.name === "AbortError" ? "sayStopped" : "sayFailed"];
    says.hidden = false;
    says.focus();
    button.disabled = false;
  }
}

for (const button of document.querySelectorAll("[data-passkey]")) {
  const able = Boolean(window.PublicKeyCredential), elsewhere = document.querySelector("[data-passkey-elsewhere]");
  button.hidden = !able || Boolean(elsewhere);
  document.querySelectorAll("[data-passkey-missing]").forEach((note) => { note.hidden = able; });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (!button.form.reportValidity || button.form.reportValidity()) press(button);
  });
}
