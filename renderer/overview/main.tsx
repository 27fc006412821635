import "./zod-without-eval.ts";
import "./overview.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Overview } from "./Overview.tsx";
import { recoverFromCrash } from "./recover-from-crash.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root, { onUncaughtError: () => recoverFromCrash(root) }).render(
  <StrictMode>
    <Overview />
  </StrictMode>,
);
