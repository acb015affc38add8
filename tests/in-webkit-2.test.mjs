// A part of the page's tests once more, in WebKit.

import { all } from "./engines/all.mjs";

await all("webkit", 1, 3);
