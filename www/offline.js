// Lets the page open without a network from now on, where the browser can.

/** The only script that may run as a worker. */
const WORKER = "sw.js";

/** Starts the service worker. Without one (an old browser, a private window) the page works while there is a network. */
export function stayOffline() {
  if (!("serviceWorker" in navigator)) return;
  /** @type {{ createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string } } | undefined} */
  const types = /** @type {any} */ (window).trustedTypes;
  const policy = types?.createPolicy("factbox", {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError(`${url} is not the page's worker`);
      return url;
    },
  });
  navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER).catch(() => {});
}
