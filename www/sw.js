// Keeps the page's own files, so that it opens without a network. Sees no article, and asks for nothing but those files.
//
// The network comes first, the kept files where it fails: nobody reads with an old engine while a new one can be had.

/** The worker's own types are in no library that the page's code is checked with. @type {any} */
const worker = self;

worker.importScripts("pkg/files.js"); // what there is, and the build that it belongs to

/** @type {{ build: string, files: string[] }} */
const { build, files } = worker.factbox;
const place = `factbox ${worker.registration.scope} `;

worker.addEventListener("install", (/** @type {any} */ event) => {
  const keep = async () => {
    const cache = await caches.open(place + build);
    await cache.addAll(files.map((path) => new Request(path, { cache: "reload" })));
    await worker.skipWaiting();
  };
  event.waitUntil(keep());
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(place) && name !== place + build);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  const kept = async (/** @type {unknown} */ error) => {
    const found = await caches.match(request, { cacheName: place + build, ignoreSearch: true });
    if (found) return found;
    throw error;
  };
  event.respondWith(fetch(request).catch(kept));
});
