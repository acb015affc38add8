// The lock that a page of Factbox puts on itself once every part has been loaded.

/** Takes away the page's right to make requests. Style sheets that are there stay. */
export function lock() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content =
    "connect-src 'none'; img-src data:; font-src 'none'; media-src 'none'; frame-src 'none'; object-src 'none'; " +
    "worker-src 'none'; style-src 'none'; form-action 'none'; script-src 'wasm-unsafe-eval'";
  document.head.append(policy);
}
