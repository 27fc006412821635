import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/states.css";
import "../ui/base.css";
import "./page.css";
import { languages } from "../../shared/domain/people/localized-text.ts";
import { watchFingers } from "../ui/watch-fingers.ts";
import { App } from "./app/App.tsx";
import { fitFrame } from "./app/fit-frame.ts";
import { keepTheme } from "./app/preferences.ts";
import { fixture, fixtureNames } from "./fixtures/fixtures.ts";
import { readStage } from "./fixtures/read-stage.ts";
import { stagedAssistant } from "./fixtures/staged-assistant.ts";
import { stagedLink } from "./fixtures/staged-link.ts";

/*
 * One screen in one situation, without a station: gallery.html#screen=run&fixture=undo&theme=dark&lang=pl&sheet=scrap
 * Another situation in the address is shown at once, from nothing. Built for tests and pictures only, never shipped.
 */
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root");
fitFrame(root, window);
watchFingers(window);
const reactRoot = createRoot(root);
showSituation();
addEventListener("hashchange", showSituation);

function showSituation(): void {
  const query = new URLSearchParams(location.hash.slice(1));
  const theme = query.get("theme") === "dark" ? "dark" : "light";
  keepTheme(localStorage, theme);
  document.documentElement.dataset.theme = theme;
  // At once, so that whoever changed the address finds the new screen and nothing of the old one.
  flushSync(() => reactRoot.render(<Situation key={location.hash} query={query} />));
  document.documentElement.dataset.situation = location.hash;
}

function Situation({ query }: { readonly query: URLSearchParams }) {
  const [{ link, staged, nowMs }] = useState(() => situationOf(query));
  return (
    <App
      link={link}
      clock={{ nowMs: () => nowMs, subscribe: () => () => undefined }}
      takt={{
        connection: () => Promise.reject(new Error("The gallery has no station")),
        onScan: () => () => undefined,
        alive: () => undefined,
        platform: "gallery",
      }}
      staged={staged}
    />
  );
}

function situationOf(query: URLSearchParams) {
  const name = fixtureNames.find((known) => known === query.get("fixture")) ?? "normal";
  const stage = readStage(query);
  const model = fixture(name, languages.find((known) => known === query.get("lang")) ?? "en");
  return {
    link: stagedLink(stage.connecting ? null : model, stage.lost),
    nowMs: Date.parse(model.station.nowUtc),
    staged: {
      view: stage.view,
      glance: stage.glance,
      machineId: query.get("machine"),
      firstQuestion: stagedAssistant(query.get("step")),
      freshScan: name.startsWith("scan-"),
    },
  };
}
