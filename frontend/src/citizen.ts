// What a script adds to the citizen's pages, which all work without it.

import { printing } from "./print.js";

printing(document);
