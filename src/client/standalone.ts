import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/map.css";
import "../styles/map-spacing.css";
import "../styles/map-bar.css";
import "../styles/map-tools.css";
import "../styles/standalone.css";
import { NoteMapElement } from "./note-map.ts";

// Nothing else is on the page: the map is there to be used at once.
document.documentElement.dataset.js = "";
const map = document.querySelector("note-map");
if (map instanceof NoteMapElement) void map.ready();
