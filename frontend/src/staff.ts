// What a script adds to the pages of the back office, which all work without it.

import { printing } from "./print.js";

printing(document);
