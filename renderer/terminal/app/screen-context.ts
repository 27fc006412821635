import { createContext, use } from "react";
import type { WorkPlace } from "../../../shared/domain/orders/work-place.ts";
import type { Language } from "../../../shared/domain/people/localized-text.ts";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { MachineTrend, MachineTrendInput } from "../../../shared/screen/machine-trend.ts";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { AssistantState } from "../commissioning/assistant-state.ts";
import type { ScreenCommand } from "../station/station-link.ts";
import type { PlantTime } from "../text/plant-time.ts";
import type { Ask } from "./use-ask.ts";
import type { Notice, Route, Sheet, ViewState } from "./view-state.ts";

export type Theme = "auto" | "light" | "dark";

/** Everything the parts of a screen share. */
export interface ScreenContextValue {
  readonly model: ScreenModel;
  readonly time: PlantTime;
  readonly view: ViewState;
  readonly language: Language;
  readonly theme: Theme;
  /** The machine whose values are looked at, here or in the diagnostics; null: the station's own. */
  readonly shownMachineId: string | null;
  /** Where the commissioning assistant begins; a picture begins elsewhere. */
  readonly firstQuestion: AssistantState;
  showMachine(machineId: string): void;
  go(route: Route): void;
  open(sheet: Sheet): void;
  closeSheet(): void;
  notice(notice: Notice): void;
  dismissNotice(): void;
  chooseLanguage(language: Language): void;
  chooseTheme(theme: Theme): void;
  /** @returns the station's answer, or null when none came; refusals and silence are already shown */
  send<Name extends ScreenCommand>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer | null>;
  /** Asks about machines, for commissioning; refusals and silence are already shown. */
  readonly ask: Ask;
  /** A scan that came as keystrokes; its verdict comes with the model. */
  sendScan(raw: string): Promise<void>;
  /** Rejects when nobody can tell; a picture is missing then, and nothing else. */
  readTrend(input: MachineTrendInput): Promise<MachineTrend>;
  openCheck(characteristicId: string | null): void;
  /** What is shown and worked at from now on; an open sheet is for what was shown before, and closes. */
  showPlace(place: WorkPlace): void;
}

export const ScreenContext = createContext<ScreenContextValue | null>(null);

export function useScreen(): ScreenContextValue {
  const value = use(ScreenContext);
  if (value === null) throw new Error("useScreen outside of ScreenContext");
  return value;
}
