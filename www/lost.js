// For the page that stands at any wrong address: finds the site that it belongs to. The page asks for this file in each
// folder above it, and the one that answers knows where it is.

const home = document.getElementById("home");
if (home instanceof HTMLAnchorElement) home.href = new URL("./", import.meta.url).href;

for (const name of ["style.css", "guide.css"]) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(name, import.meta.url).href;
  document.head.append(sheet);
}
