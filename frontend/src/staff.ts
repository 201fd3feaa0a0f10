// What a script adds to the pages of the back office, which all work without it.

import { focusing } from "./focus.js";
import { sendingOnce } from "./once.js";
import { printing } from "./print.js";
import { searching } from "./search.js";

printing(document);
searching(document);
focusing(document);
sendingOnce();
