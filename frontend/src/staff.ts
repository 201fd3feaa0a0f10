// What a script adds to the pages of the back office, which all work without it.

import { focusing } from "./focus.js";
import { sendingOnce } from "./once.js";
import { printing } from "./print.js";
import { staying } from "./session.js";
import { searching } from "./search.js";

staying(document);
printing(document);
searching(document);
focusing(document);
sendingOnce();
