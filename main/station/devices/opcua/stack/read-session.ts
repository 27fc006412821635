import type { ReadNode } from "../../../../../shared/screen/commissioning.ts";
import type { MachineEndpoint } from "../machine-endpoint.ts";
import { type Connection, connectToMachine } from "./connection.ts";
import { readNodes } from "./read-nodes.ts";

const IDLE_MS = 20_000;

/**
 * Reads for a person who looks at live values: the session stays open from one look to the next and closes when nobody
 * looks any more. Only the machine looked at last has one.
 */
export class ReadSession {
  #key = "";
  #connection: Promise<Connection> | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** @throws Error with a message for people */
  async read(endpoint: MachineEndpoint, nodes: readonly string[]): Promise<readonly ReadNode[]> {
    const key = JSON.stringify({ ...endpoint, signals: [] });
    if (key !== this.#key) this.close();
    this.#key = key;
    this.#connection ??= connectToMachine(endpoint, async (connection) => connection);
    this.#closeWhenIdle();
    try {
      const { session } = await this.#connection;
      return await readNodes(session, nodes, () => Date.now());
    } catch (error) {
      this.close(); // the next look starts afresh
      throw error;
    }
  }

  close(): void {
    clearTimeout(this.#idle);
    const open = this.#connection;
    this.#connection = undefined;
    // It never opened, or is broken: then there is nothing to close.
    void open?.then(({ client }) => client.disconnect()).catch(() => undefined);
  }

  #closeWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
  }
}
