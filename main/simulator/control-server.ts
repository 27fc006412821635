import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { PlantAnswer } from "./plant.ts";
import { type PlantCommand, plantCommandSchema } from "./plant-command.ts";

const LONGEST_BODY_BYTES = 16_384;

export interface ControlServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes commands on the loopback address: POST /command with a PlantCommand as JSON and the token as bearer.
 * Answers {"line": …}, or {"error": …} with 400 (not a command), 401 (wrong token), 404 or 409 (not possible now).
 */
export async function startControlServer(
  token: string,
  perform: (command: PlantCommand) => Promise<PlantAnswer>,
): Promise<ControlServer> {
  const server = createServer((request, response) => {
    answer(request, token, perform).then(
      ({ status, body }) => reply(response, status, body),
      (error) => reply(response, 500, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  const port = await listenOnLoopback(server);
  return { port, close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()) };
}

interface Answer {
  readonly status: number;
  readonly body: { readonly line: string } | { readonly error: string };
}

async function answer(
  request: IncomingMessage,
  token: string,
  perform: (command: PlantCommand) => Promise<PlantAnswer>,
): Promise<Answer> {
  if (request.method !== "POST" || request.url !== "/command")
    return refusal(404, "POST /command is all there is");
  if (!isBearer(request.headers.authorization ?? "", token)) return refusal(401, "Wrong token");
  const parsed = plantCommandSchema.safeParse(parseJson(await bodyOf(request)));
  if (!parsed.success) return refusal(400, "That is no command of the plant");
  const performed = await perform(parsed.data);
  return performed.ok ? { status: 200, body: { line: performed.value } } : refusal(409, performed.refusal);
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function isBearer(header: string, token: string): boolean {
  const given = Buffer.from(header);
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY_BYTES) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function listenOnLoopback(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
      else reject(new Error("The control server got no port"));
    });
  });
}
