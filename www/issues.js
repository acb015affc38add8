// Where the source of this page is, and where its mistakes are reported.

/**
 * The repository of a page of GitHub Pages; "" for any other host.
 *
 * @param {string} host
 * @param {string} path
 */
export function source(host, path) {
  const owner = /^([\w-]+)\.github\.io$/.exec(host)?.[1];
  const repository = /^\/([\w.-]+)\//.exec(path)?.[1];
  return owner && repository ? `https://github.com/${owner}/${repository}` : "";
}

/**
 * Where a page of GitHub Pages has its issues; "" for any other host.
 *
 * @param {string} host
 * @param {string} path
 * @param {string} body
 */
export function issues(host, path, body) {
  const address = source(host, path);
  return address && `${address}/issues/new?${new URLSearchParams({ title: "Wrong or missed fact", body })}`;
}
