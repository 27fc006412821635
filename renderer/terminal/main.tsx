import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/states.css";
import "../ui/base.css";
import "./page.css";
import { App } from "./app/App.tsx";
import { fitFrame } from "./app/fit-frame.ts";
import { readTheme, showTheme } from "./app/preferences.ts";
import { firstModel } from "./station/first-model.ts";
import { followStationClock } from "./station/station-clock.ts";
import { connectToStation } from "./station-client.ts";

/** So long the canvas stays empty for a station that is about to answer; then the page says that it is connecting. */
const MODEL_WITHIN_MS = 300;

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root");
showTheme(document.documentElement, readTheme(localStorage));
fitFrame(root, window);
const link = connectToStation(window.takt, Date.now);
const clock = followStationClock(link, Date.now);
await firstModel(link, MODEL_WITHIN_MS);
createRoot(root).render(<App link={link} clock={clock} takt={window.takt} />);
