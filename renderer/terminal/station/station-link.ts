import type { WorkPlace } from "../../../shared/domain/orders/work-place.ts";
import type { CommandAnswer, CommandInput, CommandName } from "../../../shared/screen/commands.ts";
import type { MachineTrend, MachineTrendInput } from "../../../shared/screen/machine-trend.ts";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { AskMachines } from "./commissioning-link.ts";

export interface LinkState {
  /** "connecting": no model has ever come; "lost": the model is the last one that came. */
  readonly link: "connecting" | "live" | "lost";
  /** Wall clock of this screen when `link` became what it is. */
  readonly sinceMs: number;
  readonly model: ScreenModel | null;
}

/** Commands that are answered with yes or a reason; a scan is answered by its verdict on the screen. */
export type ScreenCommand = Exclude<CommandName, "scan.submit">;

/** The way to the station. Pushes every model, carries every command, decides nothing. */
export interface StationLink {
  getState(): LinkState;
  /** @returns ends the subscription */
  subscribe(listener: () => void): () => void;
  /** Rejects when no answer came: the command may or may not be booked, and the same intentId may be sent again. */
  submit<Name extends ScreenCommand>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer>;
  /** Hands over a scan that came as keystrokes. Rejects when the station did not take it. */
  submitScan(raw: string): Promise<void>;
  /** Rejects when the station cannot be reached or cannot read its store of signals. */
  readTrend(input: MachineTrendInput): Promise<MachineTrend>;
  /** For commissioning: rejects when no answer came. */
  readonly askMachines: AskMachines;
  /** Tells the station to which check a gauge reading belongs; null: none is open. Never rejects. */
  openCheck(characteristicId: string | null): void;
  /** Tells that the screen was touched. Never rejects: without a station there are no rights to keep. */
  touched(): void;
  /** Which place of the terminal is shown from now on. Never rejects: without a station nothing changes. */
  showPlace(place: WorkPlace): void;
}
