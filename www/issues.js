// Where mistakes of this page are reported.

/**
 * Where a page of GitHub Pages has its issues; "" for any other host.
 *
 * @param {string} host
 * @param {string} path
 * @param {string} body
 */
export function issues(host, path, body) {
  const owner = /^([\w-]+)\.github\.io$/.exec(host)?.[1];
  const repository = /^\/([\w.-]+)\//.exec(path)?.[1];
  if (!owner || !repository) return "";
  return `https://github.com/${owner}/${repository}/issues/new?${new URLSearchParams({ title: "Wrong or missed fact", body })}`;
}
