// A part of the page's tests once more, in Firefox.

import { all } from "./engines/all.mjs";

await all("firefox", 0, 2);
