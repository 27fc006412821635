import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/states.css";
import "../ui/base.css";
import "./page.css";
import { languages } from "../../shared/domain/people/localized-text.ts";
import { App } from "./app/App.tsx";
import { fitFrame } from "./app/fit-frame.ts";
import { keepTheme } from "./app/preferences.ts";
import { fixture, fixtureNames } from "./fixtures/fixtures.ts";
import { readStage } from "./fixtures/read-stage.ts";
import { stagedLink } from "./fixtures/staged-link.ts";

/*
 * One screen in one situation, without a station: gallery.html?screen=run&fixture=undo&theme=dark&lang=pl&sheet=scrap
 * Built for tests and pictures only, never shipped.
 */
const query = new URLSearchParams(location.search);
const name = fixtureNames.find((known) => known === query.get("fixture")) ?? "normal";
const language = languages.find((known) => known === query.get("lang")) ?? "en";
const theme = query.get("theme") === "dark" ? "dark" : "light";
const stage = readStage(query);
const model = fixture(name, language);
const link = stagedLink(stage.connecting ? null : model, stage.lost);
const nowMs = Date.parse(model.station.nowUtc);

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root");
keepTheme(localStorage, theme);
document.documentElement.dataset.theme = theme;
fitFrame(root, window);
createRoot(root).render(
  <App
    link={link}
    clock={{ nowMs: () => nowMs, subscribe: () => () => undefined }}
    takt={{
      connection: () => Promise.reject(new Error("The gallery has no station")),
      onScan: () => () => undefined,
      alive: () => undefined,
      platform: "gallery",
    }}
    staged={{
      view: stage.view,
      glance: stage.glance,
      machineId: query.get("machine"),
      freshScan: name.startsWith("scan-"),
    }}
  />,
);
