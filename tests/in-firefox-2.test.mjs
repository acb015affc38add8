// A part of the page's tests once more, in Firefox.

import { all } from "./engines/all.mjs";

await all("firefox", 1, 2);
