/** Serves the check page, its parts, the keys and the status lists from what was kept, where there is no network. */
const KEPT = "check-2";
const OURS = /^\/(static\/|status\/\d+$|\.well-known\/did\.json$|(en\/)?v$)/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.origin === location.origin && OURS.test(url.pathname)) {
    event.respondWith(answer(event.request, url.pathname));
  }
});

async function answer(request, path) {
  try {
    return await fetch(request);
  } catch (problem) {
    const kept = await (await caches.open(KEPT)).match(path, { ignoreVary: true });
    if (!kept) throw problem;
    // The page says how old its knowledge is: what comes from here is marked.
    const headers = new Headers(kept.headers);
    headers.set("X-Kept", "yes");
    return new Response(await kept.blob(), { status: kept.status, headers });
  }
}
