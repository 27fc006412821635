import { parsePlantCommand, USAGE } from "../plant-command.ts";
import { plantFolder } from "../plant-folder.ts";
import { sendCommand } from "./send-command.ts";

/** One command to the running plant. @returns the exit code: 0 done, 1 not possible now, 2 not a command */
export async function runCli(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  if (words.some((word) => word === "--help" || word === "-h" || word === "help")) {
    console.log(USAGE);
    return 0;
  }
  const command = parsePlantCommand(words);
  if (!command.ok) {
    console.error(`${command.refusal}\n\n${USAGE}`);
    return 2;
  }
  const sent = await sendCommand(command.value, plantFolder(environment).controlFile);
  if (sent.ok) console.log(sent.value);
  else console.error(sent.refusal);
  return sent.ok ? 0 : 1;
}
