import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/states.css";
import "../ui/base.css";
import "./page.css";
import { watchFingers } from "../ui/watch-fingers.ts";
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
watchFingers(window);
/** Nobody can set it: the time of day comes from the station alone. */
const panelNowMs = () => performance.now();
const link = connectToStation(window.takt, panelNowMs);
const clock = followStationClock(link, panelNowMs);
await firstModel(link, MODEL_WITHIN_MS);
createRoot(root).render(<App link={link} clock={clock} takt={window.takt} />);
