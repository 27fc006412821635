import { Activity } from "react";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { useScreen } from "../app/screen-context.ts";
import type { Route } from "../app/view-state.ts";
import { CommissioningScreen } from "../commissioning/CommissioningScreen.tsx";
import { DiagnosticsScreen } from "../diagnostics/DiagnosticsScreen.tsx";
import { HomeScreen } from "../home/HomeScreen.tsx";
import { MachineScreen } from "../machine/MachineScreen.tsx";
import { MoreScreen } from "../more/MoreScreen.tsx";
import { CheckScreen } from "../quality/CheckScreen.tsx";
import { DefectScreen } from "../quality/DefectScreen.tsx";
import { QueueScreen } from "../queue/QueueScreen.tsx";
import { RunScreen } from "../run/RunScreen.tsx";
import { SignInScreen } from "../sign-in/SignInScreen.tsx";
import { SheetContent } from "./SheetContent.tsx";

/** Screens that a person fills in over several taps: who calls for help on one finds it again as it was. */
const ENTRY_SCREENS: readonly Route[] = ["defect", "commissioning"];

/** A sheet takes the place of the content; the pad is part of its screen. */
export function Content() {
  const { sheet, route } = useScreen().view;
  const over = sheet === null || sheet.kind === "pad" || sheet.kind === "reading" ? null : sheet;
  return (
    <>
      {(over === null || ENTRY_SCREENS.includes(route)) && (
        <Activity mode={over === null ? "visible" : "hidden"}>
          <ScreenOf route={route} />
        </Activity>
      )}
      {over !== null && <SheetContent sheet={over} />}
    </>
  );
}

function ScreenOf({ route }: { readonly route: Route }) {
  switch (route) {
    case "home":
      return <HomeScreen />;
    case "orders":
      return <QueueScreen />;
    case "run":
      return <RunScreen />;
    case "quality":
      return <CheckScreen />;
    case "defect":
      return <DefectScreen />;
    case "machine":
      return <MachineScreen />;
    case "more":
      return <MoreScreen />;
    case "diagnostics":
      return <DiagnosticsScreen />;
    case "commissioning":
      return <CommissioningScreen />;
    case "sign-in":
      return <SignInScreen />;
    default:
      return unreachable(route);
  }
}
