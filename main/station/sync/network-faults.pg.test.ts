import { describeNetworkFaults } from "../testing/network-fault-suite.ts";
import { memoryStation } from "../testing/test-station.ts";

describeNetworkFaults("outbox in memory", memoryStation);
