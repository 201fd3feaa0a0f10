// What a script adds to the citizen's pages, which all work without it.

import { checking } from "./checks.js";
import { focusing } from "./focus.js";
import { holding } from "./hold.js";
import { sendingOnce } from "./once.js";
import { followPresses } from "./press.js";
import { printing } from "./print.js";
import { turning } from "./turning.js";
import { voice } from "./voice.js";

const say = voice();
followPresses();
printing(document);
focusing(document);
turning(say);
checking(document, say);
holding(document, say);
sendingOnce();
