/**
 * The camera looks for a QR code of this register, where the browser can read codes; elsewhere the photograph's form
 * beneath does the same. What the camera sees stays on the device: only the address in a code of ours is followed.
 */
const root = document.querySelector("[data-scan]");
const [video, told, start, stop] = ["video", "[data-told]", "[data-start]", "[data-stop]"].map((each) => root.querySelector(each));
const PAUSE = 200; // ms between two looks
let stream = null;

const say = (name, more = "") => {
  told.textContent = `${root.querySelector(`template[data-say=${name}]`).content.textContent} ${more}`.trim();
};

/** Return where a code of this register leads on this site, or nothing for any other code. */
function wayOf(text) {
  let address;
  try { address = new URL(text); } catch { return null; }
  if (address.host !== location.host) return null;
  const number = address.pathname.match(/^(?:\/en)?\/(?:v|tra-cuu)\/([\w.-]{4,40})\/?$/)?.[1];
  if (number) return `${root.dataset.lookup}${encodeURIComponent(number)}/`;
  return /^(?:\/en)?\/v$/.test(address.pathname) && address.hash ? `${root.dataset.check}${address.hash}` : null;
}

function close() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
  video.hidden = stop.hidden = true;
  start.hidden = false;
}

async function look(detector) {
  while (stream) {
    const codes = await detector.detect(video).catch(() => []);
    for (const { rawValue } of codes) {
      const way = wayOf(rawValue);
      if (way) { close(); location.assign(way); return; }
      say("foreign", rawValue.slice(0, 100));
    }
    await new Promise((done) => { setTimeout(done, PAUSE); });
  }
}

async function open() {
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  } catch { say("refused"); return; }
  video.srcObject = stream;
  video.hidden = stop.hidden = false;
  start.hidden = true;
  await video.play();
  say("looking");
  stop.focus();
  await look(new globalThis.BarcodeDetector({ formats: ["qr_code"] }));
}

const able = globalThis.BarcodeDetector && navigator.mediaDevices?.getUserMedia
  && (await globalThis.BarcodeDetector.getSupportedFormats().catch(() => [])).includes("qr_code");
if (able) {
  root.hidden = false;
  start.addEventListener("click", open);
  stop.addEventListener("click", () => { close(); told.textContent = ""; start.focus(); });
  addEventListener("pagehide", close);
}
