import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Picks a loopback port for the station before the page loads, because the page's policy names it. Should somebody take
 * it in between, the next start takes any port and the page is loaded anew.
 */
export async function pickFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The loopback interface gave no port");
  return address.port;
}
