import { randomUUID } from "node:crypto";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { DeskCommand } from "../work/command-desk.ts";
import type { ComposedStation } from "./composed-station.ts";

/** A press of a key at the terminal: what the screen sends, with an intent of its own. */
export function runCommand<Name extends DeskCommand>(
  { station }: ComposedStation,
  name: Name,
  input: Omit<CommandInput<Name>, "intentId">,
): CommandAnswer {
  // A generic Omit plus its missing part is not seen as the whole by the compiler.
  const whole = { ...input, intentId: randomUUID() } as unknown as CommandInput<Name>;
  return station.services.commands.execute(name, whole);
}
