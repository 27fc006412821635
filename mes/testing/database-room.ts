import { afterAll, beforeAll } from "vitest";
import { type PostgresServer, startPostgresServer } from "./postgres-server.ts";
import { type TemporaryFolder, temporaryFolder } from "./test-mes.ts";

/** What a test needs that opens and closes MESs itself: a PostgreSQL and a data folder, there until the file's end. */
export interface DatabaseRoom {
  readonly server: PostgresServer;
  readonly dataFolder: string;
}

/** Registers set-up and clean-up for a whole test file. @returns a way to the room; to be used within tests only */
export function databaseRoomOfFile(): () => DatabaseRoom {
  let server: PostgresServer | undefined;
  let folder: TemporaryFolder | undefined;
  beforeAll(async () => {
    server = await startPostgresServer();
    folder = await temporaryFolder();
  });
  afterAll(async () => {
    await server?.drop();
    await folder?.remove();
  });
  return () => {
    if (server === undefined || folder === undefined) throw new Error("The room is there only within tests");
    return { server, dataFolder: folder.path };
  };
}
