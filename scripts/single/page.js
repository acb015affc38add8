// All of the page in one file.

import "./engine.js";
import "../../www/page.js";
