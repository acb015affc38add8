// The page's tests once more, in Firefox.

import { all } from "./engines/all.mjs";

await all("firefox");
