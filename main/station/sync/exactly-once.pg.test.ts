import { describeExactlyOnce } from "../testing/exactly-once-suite.ts";
import { memoryStation } from "../testing/test-station.ts";

describeExactlyOnce("outbox in memory", memoryStation, 1000);
