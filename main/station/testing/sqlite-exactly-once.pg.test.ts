import { describeExactlyOnce } from "./exactly-once-suite.ts";
import { sqliteStation } from "./sqlite-station.ts";

describeExactlyOnce("outbox on SQLite", sqliteStation, 200);
