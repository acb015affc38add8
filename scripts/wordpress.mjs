// PHP and WordPress's own files for the tests of the WordPress plugin. On Debian and Ubuntu root gets the package
// php-cli where no PHP is found, and WordPress's package is unpacked below target/, not installed: it would bring a
// web server and a database. Elsewhere, and with another version, those tests are left out, and say why.

import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, main, output, root, run } from "./run.mjs";

const unpacked = join(root, "target/wordpress");

/** Where WordPress may stand. */
const places = ["/usr/share/wordpress", join(unpacked, "usr/share/wordpress")];

/** The tests load WordPress file by file, which differs from version to version: this one is Debian 12's. */
const VERSION = "6.1";

const debian = existsSync("/etc/debian_version");

/**
 * The program `php` and the folder of WordPress, or what is missing.
 *
 * @returns {{ php: string, folder: string } | { missing: string, other?: boolean }} `other`: there is another version
 */
export function find() {
  const php = process.env.FACTBOX_PHP || "php";
  const wished = process.env.FACTBOX_WORDPRESS;
  const folder = (wished ? [wished] : places).find((place) => existsSync(join(place, "wp-includes/kses.php")));
  if (output(php, ["-n", "-v"]) === null) return { missing: "PHP is missing: install php-cli or set FACTBOX_PHP to its path" };
  if (!folder) return { missing: "WordPress is missing: unpack it and set FACTBOX_WORDPRESS to the folder that holds wp-includes" };
  const version = /\$wp_version = '([^']+)'/.exec(readFileSync(join(folder, "wp-includes/version.php"), "utf8"))?.[1] ?? "";
  if (!version.startsWith(`${VERSION}.`)) return { missing: `WordPress ${VERSION} is missing: ${folder} has ${version}`, other: true };
  return { php, folder };
}

/** Gets what is missing where that is possible, and says what the tests will do. */
export function ensure() {
  if ("missing" in find() && debian) get();
  const found = find();
  if (!("missing" in found)) return `the plugin is tested with WordPress in ${found.folder}`;
  if (debian && process.getuid?.() === 0 && !found.other) throw new Failure(found.missing);
  return `the WordPress plugin's tests with WordPress are left out. ${found.missing}`;
}

function get() {
  const isRoot = process.getuid?.() === 0;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (isRoot && output("apt-cache", ["show", "wordpress"]) === null) run("apt-get", ["update", "-qq"], { env });
  if (isRoot && output("php", ["-n", "-v"]) === null) {
    console.log("no PHP found: installing the package php-cli");
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "php-cli"], { env });
  }
  if (places.some((place) => existsSync(place)) || process.env.FACTBOX_WORDPRESS) return;
  console.log("no WordPress found: unpacking its package below target/");
  mkdirSync(unpacked, { recursive: true });
  if (output("sh", ["-c", `cd "${unpacked}" && apt-get download -qq wordpress`]) === null) return;
  const file = readdirSync(unpacked).find((name) => name.endsWith(".deb"));
  if (file) run("dpkg-deb", ["-x", join(unpacked, file), unpacked]);
}

await main(import.meta, () => console.log(ensure()));
