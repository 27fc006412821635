import { readFile } from "node:fs/promises";
import { z } from "zod";
import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { PlantCommand } from "../plant-command.ts";

const controlSchema = z.object({ url: z.url(), token: z.string().min(1) });
const replySchema = z.union([z.object({ line: z.string() }), z.object({ error: z.string() })]);

/** Sends a command to the running simulator. @returns its line, or why there is none */
export async function sendCommand(
  command: PlantCommand,
  controlFile: string,
): Promise<Result<string, string>> {
  const control = await readControl(controlFile);
  if (!control)
    return refuse("No simulator is running here. Start it with: npm start (or npm run simulator)");
  const reply = await post(command, control);
  if (!reply)
    return refuse("The simulator does not answer; it seems to have ended. Start it with: npm start");
  return "line" in reply ? accept(reply.line) : refuse(reply.error);
}

type Control = z.infer<typeof controlSchema>;

async function readControl(file: string): Promise<Control | undefined> {
  try {
    return controlSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined; // no file: not running; half a file cannot be, it is renamed into place
  }
}

async function post(
  command: PlantCommand,
  control: Control,
): Promise<z.infer<typeof replySchema> | undefined> {
  try {
    const response = await fetch(control.url, {
      method: "POST",
      headers: { authorization: `Bearer ${control.token}`, "content-type": "application/json" },
      body: JSON.stringify(command),
    });
    return replySchema.parse(await response.json());
  } catch {
    return undefined; // refused connection: the file outlived the simulator
  }
}
