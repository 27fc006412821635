import { describeNetworkFaults } from "./network-fault-suite.ts";
import { sqliteStation } from "./sqlite-station.ts";

describeNetworkFaults("outbox on SQLite", sqliteStation);
