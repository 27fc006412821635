import { describeExactlyOnce } from "./exactly-once-suite.ts";
import { describeNetworkFaults } from "./network-fault-suite.ts";
import { sqliteStation } from "./sqlite-station.ts";

describeExactlyOnce("outbox on SQLite", sqliteStation, 200);
describeNetworkFaults("outbox on SQLite", sqliteStation);
