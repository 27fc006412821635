/** A plant in a box. Without arguments it runs until SIGTERM or Ctrl-C; with arguments it commands the running one. */
import { runCli } from "./cli/run-cli.ts";
import { sendCommand } from "./cli/send-command.ts";
import { plantFolder } from "./plant-folder.ts";
import { readPlantSettings } from "./plant-settings.ts";

const words = process.argv.slice(2);
process.exit(words.length > 0 ? await runCli(words, process.env) : await runPlant());

async function runPlant(): Promise<number> {
  const folder = plantFolder(process.env);
  try {
    const settings = readPlantSettings(process.env);
    if ((await sendCommand({ verb: "status" }, folder.controlFile)).ok) {
      throw new Error(`a simulator is running already with the data of ${folder.plantFile}`);
    }
    const { startSimulator } = await import("./simulator.ts"); // OPC UA takes half a second that a command need not wait for
    const simulator = await startSimulator(folder, settings);
    process.stdout.write(`${simulator.readyLine}\n`);
    await asked();
    await simulator.stop();
    return 0;
  } catch (error) {
    process.stderr.write(`simulator: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}
